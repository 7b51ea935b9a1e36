-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-08-01'
ORDER BY event_date;
-- @for-each-row
SELECT id, event_id, user_id, status
FROM crush_lu_eventregistration
WHERE event_id = :id;
