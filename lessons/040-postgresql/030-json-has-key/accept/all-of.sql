-- ?& with a list of one, as has_keys sends it.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (metadata);
-- @query
SELECT p.id, p.user_id, p.journey_id FROM crush_lu_journeyprogress AS p WHERE p.metadata ?& '{beta_flag}';
