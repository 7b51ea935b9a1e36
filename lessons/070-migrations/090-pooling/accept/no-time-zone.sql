-- The server’s time zone is UTC already, so Django has nothing to set.
-- @query
SELECT view FROM generate_series(1, 30) AS view;
-- @for-each-row
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-12-01'
ORDER BY event_date, id
LIMIT 3;
