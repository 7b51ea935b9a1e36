-- Connections with an event and those without, each on their own.
-- @query
SELECT *
FROM (
  SELECT c.id, c.user1_id, c.user2_id, c.created_at, e.title, e.event_date, u.first_name, u.last_name
  FROM crush_lu_eventconnection c
  JOIN crush_lu_meetupevent e ON e.id = c.event_id
  JOIN auth_user u ON u.id = e.organizer_id
  WHERE c.status = 'pending'
  UNION ALL
  SELECT c.id, c.user1_id, c.user2_id, c.created_at, NULL, NULL, NULL, NULL
  FROM crush_lu_eventconnection c
  WHERE c.status = 'pending' AND c.event_id IS NULL
) AS both_parts
ORDER BY created_at DESC, id DESC
LIMIT 100;
