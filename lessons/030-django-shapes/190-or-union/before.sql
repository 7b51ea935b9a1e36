-- @query
SELECT id, user1_id, user2_id, created_at
FROM crush_lu_eventconnection
WHERE user1_id = 1 OR user2_id = 1
ORDER BY created_at DESC
LIMIT 20;
