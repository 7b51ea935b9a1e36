-- @rejects: rows
-- The condition in the WHERE removes the events that the user has not registered for.
-- @query
SELECT e.id, e.title, e.event_date, r.id IS NOT NULL AS registered
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01' AND r.user_id = 7920
ORDER BY e.event_date;
