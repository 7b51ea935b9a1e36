-- IN asks the same; PostgreSQL makes a semi join of both.
-- @query
SELECT id, title, description, event_date, location, status
FROM crush_lu_meetupevent
WHERE event_date >= '2024-06-01'
  AND id IN (SELECT event_id FROM crush_lu_eventregistration WHERE payment_confirmed)
ORDER BY event_date DESC, id;
