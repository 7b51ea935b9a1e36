-- @query
SELECT id, event_id, user_id, status, registered_at
FROM crush_lu_eventregistration
WHERE registered_at >= '2024-03-15 08:00+00' AND registered_at < '2024-03-15 14:00+00';
