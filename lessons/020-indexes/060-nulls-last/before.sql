-- @query
SELECT id, event_id, user_id, checked_in_at
FROM crush_lu_eventregistration
ORDER BY checked_in_at DESC NULLS LAST
LIMIT 20;
