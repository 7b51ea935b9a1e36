-- @rejects: rows
-- Uses the index that is there, and finds only flags that say true.
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata @> '{"beta_flag": true}';
