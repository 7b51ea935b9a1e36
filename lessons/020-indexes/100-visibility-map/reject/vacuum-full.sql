-- @rejects: base-data
-- Rewrites the table under a lock, and the new table's visibility map is empty.
-- @changes
VACUUM FULL crush_lu_eventregistration;
