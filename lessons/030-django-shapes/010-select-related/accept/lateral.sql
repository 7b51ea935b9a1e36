-- The loop, written as LATERAL: still one statement.
-- @query
SELECT e.id, e.title, e.event_date, u.id AS organizer_id, u.first_name, u.last_name
FROM crush_lu_meetupevent e
CROSS JOIN LATERAL (SELECT id, first_name, last_name FROM auth_user WHERE id = e.organizer_id) u
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date, e.id;
