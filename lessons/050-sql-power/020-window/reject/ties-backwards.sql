-- @rejects: rows
-- Ties are numbered from the larger id, not from the smaller one.
-- @query
SELECT r.id, r.event_id, r.user_id, r.registered_at,
       ROW_NUMBER() OVER (PARTITION BY r.event_id ORDER BY r.registered_at, r.id DESC) AS place
FROM crush_lu_eventregistration r JOIN crush_lu_meetupevent e ON e.id = r.event_id
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
ORDER BY r.event_id, r.registered_at, r.id;
