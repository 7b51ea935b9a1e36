-- @rejects: buffers
-- GROUP BY over the same wide columns is DISTINCT by another name.
-- @query
SELECT e.id, e.title, e.description, e.event_date, e.location, e.status
FROM crush_lu_meetupevent e
JOIN crush_lu_eventregistration r ON r.event_id = e.id
WHERE e.event_date >= '2024-06-01' AND r.payment_confirmed
GROUP BY e.title, e.description, e.event_date, e.location, e.status, e.id
HAVING count(DISTINCT e.description) > 0
ORDER BY e.event_date DESC;
