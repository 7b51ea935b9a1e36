-- @probe other ids
UPDATE auth_user SET id = id + 1000025 WHERE id % 100 = 0;
-- @probe nobody has logged in
UPDATE auth_user SET last_login = NULL;
