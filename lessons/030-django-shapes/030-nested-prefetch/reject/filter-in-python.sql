-- @rejects: rows-returned
-- Waitlist and cancellations travel along and are thrown away in the template.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id LIMIT 20;
SELECT r.id, r.event_id, r.user_id, u.first_name, u.last_name
FROM crush_lu_eventregistration AS r JOIN auth_user AS u ON u.id = r.user_id
WHERE r.event_id IN (
  SELECT id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01'
  ORDER BY event_date, id LIMIT 20);
