-- The names by subqueries instead of a join: still one statement.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01'
ORDER BY event_date, id LIMIT 20;
SELECT r.id, r.event_id, r.user_id,
       (SELECT first_name FROM auth_user WHERE id = r.user_id) AS first_name,
       (SELECT last_name FROM auth_user WHERE id = r.user_id) AS last_name
FROM crush_lu_eventregistration AS r
WHERE r.status = 'confirmed' AND r.event_id = ANY (ARRAY(
  SELECT id FROM crush_lu_meetupevent
  WHERE status = 'published' AND event_date >= '2025-06-01'
  ORDER BY event_date, id LIMIT 20));
