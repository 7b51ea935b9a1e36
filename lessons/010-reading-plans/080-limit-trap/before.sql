-- @query
SELECT id, event_id, user_id
FROM crush_lu_eventregistration
WHERE status = 'pending'
ORDER BY id
LIMIT 20;
