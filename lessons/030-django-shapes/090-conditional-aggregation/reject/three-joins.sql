-- @rejects: rows
-- One join per status: they multiply each other.
-- @query
SELECT e.id, count(r.id) AS total, count(c.id) AS confirmed, count(w.id) AS waiting, count(x.id) AS cancelled
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id AND r.status = 'pending'
LEFT JOIN crush_lu_eventregistration c ON c.event_id = e.id AND c.status = 'confirmed'
LEFT JOIN crush_lu_eventregistration w ON w.event_id = e.id AND w.status = 'waitlist' AND w.id % 10 = 0
LEFT JOIN crush_lu_eventregistration x ON x.event_id = e.id AND x.status = 'cancelled'
WHERE e.event_date >= '2023-01-01'
GROUP BY e.id ORDER BY e.id;
