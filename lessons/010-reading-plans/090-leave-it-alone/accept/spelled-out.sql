-- The same condition in other words, without any index.
-- @query
SELECT u.id, u.password, u.last_login, u.is_superuser, u.username, u.first_name, u.last_name, u.email, u.is_staff, u.is_active, u.date_joined
FROM auth_user u
WHERE u.is_active = true;
