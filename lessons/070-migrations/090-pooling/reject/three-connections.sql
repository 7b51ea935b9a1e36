-- @rejects: statements
-- A connection for every third view.
-- @query
SELECT connection FROM generate_series(1, 10) AS connection;
-- @for-each-row
SELECT set_config('TimeZone', 'UTC', false) AS zone, :connection AS connection;
SELECT view FROM generate_series(1, 30) AS view;
-- @for-each-row
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-12-01' ORDER BY event_date, id LIMIT 3;
