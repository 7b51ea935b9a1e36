-- @changes
ANALYZE crush_lu_notification;
