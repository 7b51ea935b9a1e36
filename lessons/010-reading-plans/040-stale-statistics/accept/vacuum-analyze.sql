-- Clears the dead row versions of the update as well.
-- @changes
VACUUM ANALYZE crush_lu_notification;
