-- The count as a subquery: one statement, and an index-only scan for each event.
-- @query
SELECT e.id, e.title, e.event_date,
       (SELECT count(*) FROM crush_lu_eventregistration AS r WHERE r.event_id = e.id) AS registered
FROM crush_lu_meetupevent AS e
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
