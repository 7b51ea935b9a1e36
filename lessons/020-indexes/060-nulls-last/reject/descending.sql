-- @rejects: buffers
-- DESC alone means NULLS FIRST: the old index backwards.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (checked_in_at DESC);
