-- Counting at most one row is existence too.
-- @query
SELECT e.id, e.title, e.event_date,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.user_id = 7920) > 0 AS registered
FROM crush_lu_meetupevent e
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
