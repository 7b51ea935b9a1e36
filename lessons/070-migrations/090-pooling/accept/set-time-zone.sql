-- SET, once.
-- @query
SET TIME ZONE 'UTC';
SELECT generate_series(1, 30) AS view;
-- @for-each-row
SELECT id, title, event_date FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-12-01' ORDER BY event_date, id LIMIT 3;
