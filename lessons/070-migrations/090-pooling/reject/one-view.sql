-- @rejects: rows
-- Fewer visitors.
-- @query
SELECT set_config('TimeZone', 'UTC', false) AS zone;
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-12-01' ORDER BY event_date, id LIMIT 3;
