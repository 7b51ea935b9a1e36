-- @rejects: buffers
-- ILIKE ignores the case, and the B-tree is of no use to it.
-- @changes
CREATE INDEX ON auth_user (email varchar_pattern_ops);
-- @query
SELECT id, username, email FROM auth_user WHERE email ILIKE 'gabriel.scholtes3@gmail.com' LIMIT 21;
