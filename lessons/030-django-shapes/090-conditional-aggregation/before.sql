-- @query
SELECT e.id,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id) AS total,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.status = 'confirmed') AS confirmed,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.status = 'waitlist') AS waiting,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id AND r.status = 'cancelled') AS cancelled
FROM crush_lu_meetupevent e
WHERE e.event_date >= '2023-01-01'
ORDER BY e.id;
