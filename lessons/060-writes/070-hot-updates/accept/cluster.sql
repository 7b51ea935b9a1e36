-- CLUSTER rewrites the table with the new fillfactor, too, in the order of the key.
-- @changes
ALTER TABLE auth_user SET (fillfactor = 80);
DROP INDEX auth_user_last_login_6a3f52c1;
CLUSTER auth_user USING auth_user_pkey;
