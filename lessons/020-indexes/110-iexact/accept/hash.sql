-- Equality is all that is asked.
-- @changes
CREATE INDEX ON auth_user USING hash (UPPER(email));
