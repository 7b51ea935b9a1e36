-- DISTINCT on the narrow ids, the wide rows are joined afterwards.
-- @query
SELECT e.id, e.title, e.description, e.event_date, e.location, e.status
FROM crush_lu_meetupevent e
JOIN (SELECT DISTINCT event_id FROM crush_lu_eventregistration WHERE payment_confirmed) r ON r.event_id = e.id
WHERE e.event_date >= '2024-06-01'
ORDER BY e.event_date DESC;
