-- No two accounts with the same address: the index of the unique rule serves the search as well.
-- @changes
CREATE UNIQUE INDEX CONCURRENTLY ON auth_user (upper(email));
