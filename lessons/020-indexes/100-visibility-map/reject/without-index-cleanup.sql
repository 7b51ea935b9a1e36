-- @rejects: heap-fetches
-- The dead entries stay in the indexes, so their pages cannot be marked all-visible.
-- @changes
VACUUM (INDEX_CLEANUP OFF) crush_lu_eventregistration;
