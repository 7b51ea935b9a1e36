-- @rejects: rows
-- Fewer buffers, as not everybody gets the newsletter.
-- @query
SELECT id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined
FROM auth_user
WHERE is_active
LIMIT 5000;
