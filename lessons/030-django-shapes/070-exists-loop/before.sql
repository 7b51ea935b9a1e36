-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date;
-- @for-each-row
SELECT 1 AS a
FROM crush_lu_eventregistration
WHERE event_id = :id AND user_id = 7920
LIMIT 1;
