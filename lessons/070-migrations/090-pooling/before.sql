-- @query
-- Thirty page views, each with a connection of its own.
SELECT view FROM generate_series(1, 30) AS view;
-- Django's first statement on a fresh connection.
-- @for-each-row
SELECT set_config('TimeZone', 'UTC', false) AS zone, :view AS view;
-- The page.
-- @for-each-row
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-12-01'
ORDER BY event_date, id
LIMIT 3;
