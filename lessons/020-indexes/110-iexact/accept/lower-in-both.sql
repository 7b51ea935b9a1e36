-- LOWER in the index and in the request.
-- @changes
CREATE INDEX ON auth_user (lower(email)) INCLUDE (id, username, email);
-- @query
SELECT id, username, email FROM auth_user
WHERE lower(email) = lower('gabriel.scholtes3@gmail.com') LIMIT 21;
