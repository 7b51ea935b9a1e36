-- @rejects: statements
-- Two statements: the events, and all counts.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
SELECT event_id, count(*) AS registered FROM crush_lu_eventregistration GROUP BY event_id;
