-- @rejects: index-count
-- The pull request as it came.
-- @changes
CREATE INDEX auth_user_is_active ON auth_user (is_active);
