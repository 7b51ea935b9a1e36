-- @rejects: rows
-- Two events at the same time become one.
-- @query
SELECT DISTINCT ON (e.event_date) e.id, e.title, e.description, e.event_date, e.location, e.status
FROM crush_lu_meetupevent e
WHERE e.event_date >= '2024-06-01'
  AND EXISTS (SELECT 1 FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.payment_confirmed)
ORDER BY e.event_date DESC;
