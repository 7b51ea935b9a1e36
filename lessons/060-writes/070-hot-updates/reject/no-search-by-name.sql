-- @rejects: index
-- Drops an index that the admin's search needs.
-- @changes
DROP INDEX auth_user_last_login_6a3f52c1, auth_user_username_6821ab7c_like;
ALTER TABLE auth_user SET (fillfactor = 85);
VACUUM FULL auth_user;
