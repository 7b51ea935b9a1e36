-- @changes
-- Never read
DROP INDEX reg_status;
DROP INDEX reg_updated;
DROP INDEX reg_payment;
DROP INDEX reg_note;
-- There twice
DROP INDEX reg_user;
-- The beginning of another
DROP INDEX crush_lu_eventregistration_user_id_01872ea4;
DROP INDEX crush_lu_eventregistration_event_id_42796169;
