-- Tried, compared, and taken back.
-- @changes
CREATE INDEX auth_user_is_active ON auth_user (is_active);
DROP INDEX auth_user_is_active;
ANALYZE auth_user;
