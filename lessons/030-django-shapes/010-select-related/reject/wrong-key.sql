-- @rejects: rows
-- Joins by the event's own id.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id, u.first_name, u.last_name
FROM crush_lu_meetupevent e LEFT JOIN auth_user u ON u.id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
