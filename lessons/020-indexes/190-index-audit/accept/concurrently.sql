-- As one would do it in production, in another order.
-- @changes
DROP INDEX CONCURRENTLY IF EXISTS crush_lu_eventregistration_event_id_42796169;
DROP INDEX CONCURRENTLY IF EXISTS crush_lu_eventregistration_user_id_01872ea4;
DROP INDEX CONCURRENTLY IF EXISTS reg_user;
DROP INDEX CONCURRENTLY IF EXISTS reg_note;
DROP INDEX CONCURRENTLY IF EXISTS reg_payment;
DROP INDEX CONCURRENTLY IF EXISTS reg_updated;
DROP INDEX CONCURRENTLY IF EXISTS reg_status;
