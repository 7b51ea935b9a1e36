-- @rejects: estimate
-- VACUUM frees the dead rows; it does not look at values.
-- @changes
VACUUM crush_lu_notification;
