-- @query
PREPARE latest (int) AS
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE status = 'pending'
ORDER BY registered_at DESC
LIMIT $1;
EXECUTE latest (20);
