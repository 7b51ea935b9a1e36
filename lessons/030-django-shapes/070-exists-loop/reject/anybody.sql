-- @rejects: rows
-- Whether anybody has registered.
-- @query
SELECT e.id, e.title, e.event_date, e.registration_count > 0 AND 7920 > 0 AS registered
FROM crush_lu_meetupevent e
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
