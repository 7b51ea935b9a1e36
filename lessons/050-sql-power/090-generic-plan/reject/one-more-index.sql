-- @rejects: index-count
-- A second index for what the first one is there for.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status, registered_at DESC);
