-- @query
SELECT id, event_id, user_id, registered_at
FROM crush_lu_eventregistration
WHERE NOT (status IN ('confirmed', 'waitlist', 'cancelled'))
ORDER BY registered_at, id
LIMIT 20;
