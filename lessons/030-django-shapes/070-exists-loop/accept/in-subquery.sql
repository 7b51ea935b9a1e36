-- All events of the user as a list, asked once.
-- @query
SELECT id, title, event_date,
  id IN (SELECT event_id FROM crush_lu_eventregistration WHERE user_id = 7920) AS registered
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date;
