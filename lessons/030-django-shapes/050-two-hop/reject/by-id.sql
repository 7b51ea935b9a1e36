-- @rejects: rows
-- The latest ids are not always the latest connections.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, u.first_name, u.last_name
FROM crush_lu_eventconnection c
LEFT JOIN crush_lu_meetupevent e ON e.id = c.event_id
LEFT JOIN auth_user u ON u.id = e.organizer_id
WHERE c.status = 'pending'
ORDER BY c.id DESC
LIMIT 100;
