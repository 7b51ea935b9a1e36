-- @rejects: rows
-- Whoever resets a password here is active, so far.
-- @changes
CREATE INDEX ON auth_user (upper(email)) WHERE is_active;
-- @query
SELECT id, username, email FROM auth_user
WHERE upper(email) = upper('gabriel.scholtes3@gmail.com') AND is_active LIMIT 21;
