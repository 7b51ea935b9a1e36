-- Event and organizer belong together, so they may be joined first.
-- @query
SELECT c.id, c.user1_id, c.user2_id, c.event_id, c.created_at, x.title, x.event_date, x.first_name, x.last_name
FROM crush_lu_eventconnection c
LEFT JOIN (
  SELECT e.id, e.title, e.event_date, u.first_name, u.last_name
  FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id
) x ON x.id = c.event_id
WHERE c.status = 'pending'
ORDER BY c.created_at DESC, c.id DESC
LIMIT 100;
