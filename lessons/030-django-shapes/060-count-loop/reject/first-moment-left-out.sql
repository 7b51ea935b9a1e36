-- @rejects: rows
-- Events at the first moment of the day are lost.
-- @query
SELECT e.id, e.title, e.event_date, count(r.id) AS registered
FROM crush_lu_meetupevent AS e
LEFT JOIN crush_lu_eventregistration AS r ON r.event_id = e.id
WHERE e.status = 'published' AND e.event_date > '2025-06-01'
GROUP BY e.id
ORDER BY e.event_date;
