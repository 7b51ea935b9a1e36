-- @rejects: rows
-- An address that ends with a blank is another address.
-- @changes
CREATE INDEX ON auth_user (UPPER(rtrim(email::text)));
-- @query
SELECT id, username, email FROM auth_user WHERE UPPER(rtrim(email::text)) = UPPER('gabriel.scholtes3@gmail.com') LIMIT 21;
