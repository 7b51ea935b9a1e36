-- @probe members leave
UPDATE auth_user SET is_active = false WHERE id % 3 = 0;
-- @probe nobody is active
UPDATE auth_user SET is_active = false;
