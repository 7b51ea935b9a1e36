-- @query
SELECT e.id, e.title, COUNT(r.id) AS registrations
FROM crush_lu_meetupevent e
LEFT OUTER JOIN crush_lu_eventregistration r ON e.id = r.event_id
GROUP BY e.id
ORDER BY registrations DESC, e.id
LIMIT 10;
