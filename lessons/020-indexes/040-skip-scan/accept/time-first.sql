-- The same columns the other way round.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (registered_at DESC, status);
