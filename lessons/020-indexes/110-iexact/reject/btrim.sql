-- @rejects: rows
-- And so is one that begins with a blank.
-- @changes
CREATE INDEX user_email ON auth_user (UPPER(btrim(email::text)));
-- @query
SELECT id, username, email FROM auth_user
WHERE UPPER(btrim(email::text)) = UPPER('gabriel.scholtes3@gmail.com')
LIMIT 21;
