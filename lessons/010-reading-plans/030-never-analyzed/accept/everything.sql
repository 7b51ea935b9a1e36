-- The whole database, as after pg_restore.
-- @changes
ANALYZE;
