-- The constant is already in capitals; the index carries the other columns.
-- @changes
CREATE INDEX ON auth_user (upper(email)) INCLUDE (id, username);
-- @query
SELECT id, username, email FROM auth_user WHERE upper(email) = 'GABRIEL.SCHOLTES3@GMAIL.COM' LIMIT 21;
