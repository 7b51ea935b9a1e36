-- @query
SELECT id, user_id, journey_id
FROM crush_lu_journeyprogress
WHERE (metadata -> 'last_active') = '"2024-08-18"'::jsonb;
