-- @query
SELECT id, event_id, user_id, status
FROM crush_lu_eventregistration
WHERE id = 3137
LIMIT 21;
