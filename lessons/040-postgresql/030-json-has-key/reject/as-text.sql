-- @rejects: rows
-- @query
SELECT id, user_id, journey_id FROM crush_lu_journeyprogress WHERE metadata::text LIKE '%"beta_flag"%';
