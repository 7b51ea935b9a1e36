-- @query
SELECT e.id, COUNT(r.id) FILTER (WHERE r.status = 'confirmed') AS confirmed
FROM crush_lu_meetupevent e
LEFT OUTER JOIN crush_lu_eventregistration r ON (e.id = r.event_id)
WHERE e.event_date >= '2025-05-01'
GROUP BY e.id;
-- @for-each-row
UPDATE crush_lu_meetupevent SET registration_count = :confirmed WHERE id = :id;
