-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id
LIMIT 20;
-- @for-each-row
SELECT id, event_id, user_id
FROM crush_lu_eventregistration
WHERE event_id = :id AND status = 'confirmed';
-- @for-each-row
SELECT id, first_name, last_name
FROM auth_user
WHERE id = :user_id
LIMIT 21;
