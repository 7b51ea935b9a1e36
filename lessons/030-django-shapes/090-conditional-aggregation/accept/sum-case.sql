-- The same by SUM(CASE …), as on databases without FILTER.
-- @query
SELECT e.id,
  count(r.id) AS total,
  sum(CASE WHEN r.status = 'confirmed' THEN 1 ELSE 0 END) AS confirmed,
  sum(CASE WHEN r.status = 'waitlist' THEN 1 ELSE 0 END) AS waiting,
  sum(CASE WHEN r.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.event_date >= '2023-01-01'
GROUP BY e.id
ORDER BY e.id;
