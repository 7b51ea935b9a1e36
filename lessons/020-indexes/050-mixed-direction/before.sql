-- @query
SELECT id, event_id, user_id, status, registered_at
FROM crush_lu_eventregistration
ORDER BY status ASC, registered_at DESC, id DESC
LIMIT 20;
