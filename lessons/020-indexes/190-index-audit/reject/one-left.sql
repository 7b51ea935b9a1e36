-- @rejects: buffers
-- An index on the foreign key seems sacred.
-- @changes
DROP INDEX reg_user, reg_status, reg_updated, reg_payment, reg_note, crush_lu_eventregistration_user_id_01872ea4;
