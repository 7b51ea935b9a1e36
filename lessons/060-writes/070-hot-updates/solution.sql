-- @changes
DROP INDEX auth_user_last_login_6a3f52c1;
ALTER TABLE auth_user SET (fillfactor = 85);
VACUUM FULL auth_user;
