-- @rejects: statements
-- select_related("event") alone: the organizers still come one by one.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, e.organizer_id
FROM crush_lu_eventconnection c
LEFT JOIN crush_lu_meetupevent e ON e.id = c.event_id
WHERE c.status = 'pending'
ORDER BY c.created_at DESC, c.id DESC
LIMIT 100;
-- @for-each-row
SELECT id, first_name, last_name FROM auth_user WHERE id = :organizer_id LIMIT 21;
