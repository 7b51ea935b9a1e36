-- @rejects: statements
-- Thirty visitors do not wait for one another.
-- @query
SELECT e.id, e.title, e.event_date FROM generate_series(1, 30) AS view, LATERAL (SELECT id, title, event_date FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-12-01' ORDER BY event_date, id LIMIT 3) e;
