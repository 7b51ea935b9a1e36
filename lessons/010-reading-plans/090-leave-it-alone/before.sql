-- @changes
-- The pull request: “EXPLAIN shows a Seq Scan, so here is an index.”
CREATE INDEX auth_user_is_active ON auth_user (is_active);
-- @query
SELECT id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined
FROM auth_user
WHERE is_active;
