-- @query
SELECT e.id,
  count(DISTINCT r.id) AS registered,
  count(DISTINCT i.id) AS invited
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
LEFT JOIN crush_lu_eventinvitation i ON i.event_id = e.id
GROUP BY e.id
ORDER BY e.id;
