-- @rejects: buffers
-- The column had an index already.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (registered_at DESC);
