-- @rejects: rows
-- In the ON clause of an outer join a condition on the connections filters nothing.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, u.first_name, u.last_name
FROM crush_lu_eventconnection c
LEFT JOIN crush_lu_meetupevent e ON e.id = c.event_id AND c.status = 'pending'
LEFT JOIN auth_user u ON u.id = e.organizer_id
ORDER BY c.created_at DESC, c.id DESC
LIMIT 100;
