-- A user registers at most once for an event, so the join multiplies nothing.
-- @query
SELECT e.id, e.title, e.event_date, r.id IS NOT NULL AS registered
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id AND r.user_id = 7920
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date, e.id;
