-- Each event numbers its own registrations.
-- @query
SELECT q.id, e.id AS event_id, q.user_id, q.registered_at, q.place
FROM crush_lu_meetupevent e
CROSS JOIN LATERAL (
  SELECT r.id, r.user_id, r.registered_at, ROW_NUMBER() OVER (ORDER BY r.registered_at, r.id) AS place
  FROM crush_lu_eventregistration r WHERE r.event_id = e.id
) q
WHERE e.event_date >= '2025-05-01' AND e.event_date < '2025-05-08'
ORDER BY e.id, q.registered_at, q.id;
