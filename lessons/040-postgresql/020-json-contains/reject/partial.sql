-- @rejects: other-values
-- An index for these two challenges.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (id) WHERE completed_challenges @> '[34, 35]'::jsonb;
