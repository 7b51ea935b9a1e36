-- @rejects: buffers
-- fillfactor holds for pages that are filled from now on.
-- @changes
DROP INDEX auth_user_last_login_6a3f52c1;
ALTER TABLE auth_user SET (fillfactor = 85);
VACUUM auth_user;
