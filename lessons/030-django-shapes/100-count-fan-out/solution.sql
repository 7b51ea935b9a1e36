-- @query
SELECT e.id,
  coalesce(r.n, 0) AS registered,
  coalesce(i.n, 0) AS invited
FROM crush_lu_meetupevent e
LEFT JOIN (
  SELECT event_id, count(*) AS n FROM crush_lu_eventregistration GROUP BY event_id
) r ON r.event_id = e.id
LEFT JOIN (
  SELECT event_id, count(*) AS n FROM crush_lu_eventinvitation GROUP BY event_id
) i ON i.event_id = e.id
ORDER BY e.id;
