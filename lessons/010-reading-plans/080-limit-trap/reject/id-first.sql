-- @rejects: buffers
-- The order first: the walk is as long as before, only through an index.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (id, status) INCLUDE (event_id, user_id);
VACUUM crush_lu_eventregistration;
