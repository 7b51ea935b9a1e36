-- @rejects: rows
-- The counter of the event counts only some of the registrations.
-- @query
SELECT id, title, event_date, registration_count::bigint AS registered
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date;
