-- @rejects: rows
-- The list itself is ordered without the id: who registers at the same moment comes in whatever order the plan gives.
-- @query
SELECT r.id, r.event_id, r.user_id, r.registered_at,
       ROW_NUMBER() OVER (PARTITION BY r.event_id ORDER BY r.registered_at, r.id) AS place
FROM crush_lu_eventregistration r
JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
ORDER BY r.event_id, r.registered_at;
