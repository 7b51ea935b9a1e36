-- @rejects: heap-fetches
-- The statistics were right.
-- @changes
ANALYZE crush_lu_eventregistration;
