-- @rejects: index
-- Finds the members sooner and still looks for their profiles.
-- @changes
CREATE INDEX ON auth_user (date_joined);
