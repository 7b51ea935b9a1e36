-- The loop as LATERAL.
-- @query
SELECT e.id, e.title, e.event_date, c.registered
FROM crush_lu_meetupevent AS e
CROSS JOIN LATERAL (SELECT count(*) AS registered FROM crush_lu_eventregistration AS r WHERE r.event_id = e.id) AS c
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
