-- @rejects: rows
-- A join over all registrations: a row for each of them.
-- @query
SELECT e.id, e.title, e.event_date, coalesce(r.user_id = 7920, false) AS registered
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
