-- @rejects: index-count
-- Partial, over 97 of 100 rows.
-- @changes
CREATE INDEX ON auth_user (id) WHERE is_active;
