-- @rejects: buffers
-- A partial index is an index: its column counts, whatever the predicate says.
-- @changes
DROP INDEX auth_user_last_login_6a3f52c1;
CREATE INDEX ON auth_user (last_login) WHERE last_login < '2023-01-01';
ALTER TABLE auth_user SET (fillfactor = 85);
VACUUM FULL auth_user;
