-- A running count over the same window.
-- @query
SELECT r.id, r.event_id, r.user_id, r.registered_at, COUNT(*) OVER queue AS place
FROM crush_lu_eventregistration r
JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
WINDOW queue AS (PARTITION BY r.event_id ORDER BY r.registered_at, r.id)
ORDER BY r.event_id, r.registered_at, r.id;
