-- @query
SELECT id, user_id, total_points
FROM crush_lu_journeyprogress
WHERE completed_challenges @> '[34, 35]'::jsonb;
