-- Grouped before the join; what has no registrations gets its zeros from coalesce.
-- @query
WITH counts AS (
  SELECT event_id, count(*) AS total,
    count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
    count(*) FILTER (WHERE status = 'waitlist') AS waiting,
    count(*) FILTER (WHERE status = 'cancelled') AS cancelled
  FROM crush_lu_eventregistration GROUP BY event_id
)
SELECT e.id, coalesce(total, 0) AS total, coalesce(confirmed, 0) AS confirmed,
  coalesce(waiting, 0) AS waiting, coalesce(c.cancelled, 0) AS cancelled
FROM crush_lu_meetupevent e LEFT JOIN counts c ON c.event_id = e.id
WHERE e.event_date >= '2023-01-01'
ORDER BY e.id;
