-- @rejects: buffers
-- The id is added, the direction is not.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at, id);
