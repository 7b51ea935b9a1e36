-- @query
SELECT e.id,
  count(r.id) AS total,
  count(r.id) FILTER (WHERE r.status = 'confirmed') AS confirmed,
  count(r.id) FILTER (WHERE r.status = 'waitlist') AS waiting,
  count(r.id) FILTER (WHERE r.status = 'cancelled') AS cancelled
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.event_date >= '2023-01-01'
GROUP BY e.id
ORDER BY e.id;
