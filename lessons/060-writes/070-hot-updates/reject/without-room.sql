-- @rejects: buffers
-- The index is gone, but the pages are full: the new version goes to another page.
-- @changes
DROP INDEX auth_user_last_login_6a3f52c1;
