-- The function behind the operator says the same, but has no index. So the operator it is.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata);
-- @query
SELECT p.id, p.user_id, p.journey_id FROM crush_lu_journeyprogress AS p
WHERE p.metadata ? 'beta_flag' AND jsonb_exists(p.metadata, 'beta_flag');
