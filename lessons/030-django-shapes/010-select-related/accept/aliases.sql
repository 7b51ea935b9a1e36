-- Other names for the organizer's columns, and one more of them.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id,
  u.id AS organizer_pk, u.first_name AS organizer_first_name, u.last_name AS organizer_last_name
FROM crush_lu_meetupevent e
JOIN auth_user u ON u.id = e.organizer_id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
