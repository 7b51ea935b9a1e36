-- @rejects: rows
-- The inner join to the organizer undoes the outer one before it.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, u.first_name, u.last_name
FROM crush_lu_eventconnection c
LEFT JOIN crush_lu_meetupevent e ON e.id = c.event_id
JOIN auth_user u ON u.id = e.organizer_id
WHERE c.status = 'pending'
ORDER BY c.created_at DESC, c.id DESC
LIMIT 100;
