-- @rejects: other-values
-- An index with one entry.
-- @changes
CREATE INDEX ON auth_user (id) WHERE UPPER(email::text) = 'GABRIEL.SCHOLTES3@GMAIL.COM';
