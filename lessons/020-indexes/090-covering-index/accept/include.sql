-- The status is only carried along.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (user_id) INCLUDE (status);
