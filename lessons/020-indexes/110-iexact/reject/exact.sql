-- @rejects: rows
-- Quick, and finds nobody who was registered with capitals.
-- @changes
CREATE INDEX ON auth_user (email);
-- @query
SELECT id, username, email FROM auth_user WHERE email = 'gabriel.scholtes3@gmail.com' LIMIT 21;
