-- count(CASE … END) leaves out the NULLs.
-- @query
SELECT e.id, count(r.event_id) AS total,
  count(CASE WHEN r.status = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN r.status = 'waitlist' THEN 1 END) AS waiting,
  count(nullif(r.status <> 'cancelled', true)) AS cancelled
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.event_date >= '2023-01-01'
GROUP BY e.id
ORDER BY e.id;
