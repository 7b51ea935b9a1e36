-- @rejects: buffers
-- The right index, and a function in place of its operator.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata);
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE jsonb_exists(metadata, 'beta_flag');
