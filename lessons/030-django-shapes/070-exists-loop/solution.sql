-- @query
SELECT e.id, e.title, e.event_date,
  EXISTS (
    SELECT 1 FROM crush_lu_eventregistration r
    WHERE r.event_id = e.id AND r.user_id = 7920
  ) AS registered
FROM crush_lu_meetupevent e
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
