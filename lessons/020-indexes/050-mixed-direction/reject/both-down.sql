-- @rejects: buffers
-- Everything descending is the old index read backwards.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (status DESC, registered_at DESC, id DESC);
