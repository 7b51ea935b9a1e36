-- @query
PREPARE latest (text, int) AS
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE status = $1
ORDER BY registered_at DESC
LIMIT $2;
EXECUTE latest ('pending', 20);
