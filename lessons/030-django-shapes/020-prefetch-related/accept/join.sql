-- The second statement as a join: an event has one row, so nothing is multiplied.
-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-08-01'
ORDER BY event_date, id;
SELECT r.id, r.event_id, r.user_id, r.status
FROM crush_lu_eventregistration AS r
JOIN crush_lu_meetupevent AS e ON e.id = r.event_id
WHERE e.status = 'published' AND e.event_date >= '2025-08-01'
ORDER BY r.event_id;
