-- @rejects: rows
-- The name of the first member in place of the organizer's.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, u.first_name, u.last_name
FROM crush_lu_eventconnection c
LEFT JOIN crush_lu_meetupevent e ON e.id = c.event_id
LEFT JOIN auth_user u ON u.id = c.user1_id
WHERE c.status = 'pending'
ORDER BY c.created_at DESC, c.id DESC
LIMIT 100;
