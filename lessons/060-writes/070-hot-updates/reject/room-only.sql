-- @rejects: buffers
-- There is room, but an indexed column changes, so no update can be HOT.
-- @changes
ALTER TABLE auth_user SET (fillfactor = 85);
VACUUM FULL auth_user;
