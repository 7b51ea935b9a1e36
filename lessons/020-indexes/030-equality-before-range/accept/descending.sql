-- The direction of the second column does not matter to a range.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventregistration (status, registered_at DESC);
