-- One registration per event is enough.
-- @query
SELECT e.id, e.title, e.description, e.event_date, e.location, e.status
FROM crush_lu_meetupevent e
CROSS JOIN LATERAL (
  SELECT 1 FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.payment_confirmed LIMIT 1
) AS paid
WHERE e.event_date >= '2024-06-01'
ORDER BY e.event_date DESC;
