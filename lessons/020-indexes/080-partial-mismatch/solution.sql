-- @query
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE status = 'pending'
ORDER BY registered_at, id
LIMIT 20;
