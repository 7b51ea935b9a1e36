-- Counts first, joins then; events without registrations get their 0 from coalesce.
-- @query
SELECT e.id, e.title, e.event_date, coalesce(r.n, 0) AS registered
FROM crush_lu_meetupevent AS e
LEFT JOIN (SELECT event_id, count(*) AS n FROM crush_lu_eventregistration GROUP BY event_id) AS r ON r.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date, e.id;
