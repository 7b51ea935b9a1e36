-- The column that changed.
-- @changes
ANALYZE crush_lu_notification (status);
