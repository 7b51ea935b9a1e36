-- Cuts the page first, then looks up only what it shows.
-- @query
WITH page AS (
  SELECT id, user1_id, user2_id, event_id, created_at FROM crush_lu_eventconnection
  WHERE status = 'pending' ORDER BY created_at DESC, id DESC LIMIT 100
)
SELECT page.id, page.user1_id, page.user2_id, page.created_at, e.title, e.event_date, u.first_name, u.last_name
FROM page
LEFT JOIN crush_lu_meetupevent e ON e.id = page.event_id
LEFT JOIN auth_user u ON u.id = e.organizer_id
ORDER BY page.created_at DESC, page.id DESC;
