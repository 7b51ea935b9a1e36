-- @rejects: heap-fetches
-- The index was right, too.
-- @changes
REINDEX TABLE crush_lu_eventregistration;
