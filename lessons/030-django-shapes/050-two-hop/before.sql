-- @query
SELECT id, user1_id, user2_id, event_id, created_at
FROM crush_lu_eventconnection
WHERE status = 'pending'
ORDER BY created_at DESC, id DESC
LIMIT 100;
-- @for-each-row
SELECT id, title, event_date, organizer_id
FROM crush_lu_meetupevent
WHERE id = :event_id
LIMIT 21;
-- @for-each-row
SELECT id, first_name, last_name
FROM auth_user
WHERE id = :organizer_id
LIMIT 21;
