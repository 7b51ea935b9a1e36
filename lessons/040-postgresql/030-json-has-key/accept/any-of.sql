-- ?| with a list of one, as has_any_keys sends it.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_journeyprogress USING gin (metadata) WITH (fastupdate = off);
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata ?| ARRAY['beta_flag'];
