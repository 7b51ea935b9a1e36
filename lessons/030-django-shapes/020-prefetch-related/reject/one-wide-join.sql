-- @rejects: rows
-- One result: every event is repeated for each of its registrations.
-- @query
SELECT e.id, e.title, e.event_date, r.id AS registration_id, r.event_id, r.user_id, r.status
FROM crush_lu_meetupevent AS e
LEFT JOIN crush_lu_eventregistration AS r ON r.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-08-01'
ORDER BY e.event_date;
