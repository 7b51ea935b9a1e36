-- @query
SELECT id, title, event_date, organizer_id
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date;
-- @for-each-row
SELECT id, first_name, last_name
FROM auth_user
WHERE id = :organizer_id
LIMIT 21;
