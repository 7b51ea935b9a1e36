-- The events of the page named once in the second statement.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id LIMIT 20;
WITH page AS (
  SELECT id FROM crush_lu_meetupevent
  WHERE status = 'published' AND event_date >= '2025-06-01'
  ORDER BY event_date, id LIMIT 20
)
SELECT r.id, r.event_id, r.user_id, u.first_name, u.last_name
FROM page
JOIN crush_lu_eventregistration AS r ON r.event_id = page.id AND r.status = 'confirmed'
JOIN auth_user AS u ON u.id = r.user_id
ORDER BY r.event_id, u.last_name;
