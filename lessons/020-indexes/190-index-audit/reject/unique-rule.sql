-- @rejects: dropped
-- The unique rule is not there for speed.
-- @changes
DROP INDEX reg_user, reg_status, reg_updated, reg_payment, reg_note, crush_lu_eventregistration_user_id_01872ea4;
ALTER TABLE crush_lu_eventregistration DROP CONSTRAINT crush_lu_eventregistration_event_id_user_id_52c32bb9_uniq;
