-- @rejects: statements
-- prefetch_related("registrations__user"): one statement per level.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id LIMIT 20;
SELECT id, event_id, user_id FROM crush_lu_eventregistration
WHERE status = 'confirmed' AND event_id IN (
  SELECT id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01'
  ORDER BY event_date, id LIMIT 20);
SELECT id, first_name, last_name FROM auth_user WHERE id IN (
  SELECT user_id FROM crush_lu_eventregistration
  WHERE status = 'confirmed' AND event_id IN (
    SELECT id FROM crush_lu_meetupevent WHERE status = 'published' AND event_date >= '2025-06-01'
    ORDER BY event_date, id LIMIT 20));
