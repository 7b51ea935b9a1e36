-- @rejects: buffers
-- Django sends UPPER.
-- @changes
CREATE INDEX ON auth_user (LOWER(email));
