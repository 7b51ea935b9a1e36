-- Writes only the counters that are wrong.
-- @query
UPDATE crush_lu_meetupevent e SET registration_count = counted.confirmed
FROM (
  SELECT e.id, COUNT(r.id) FILTER (WHERE r.status = 'confirmed') AS confirmed
  FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
  WHERE e.event_date >= '2025-05-01' GROUP BY e.id
) counted
WHERE counted.id = e.id AND e.registration_count <> counted.confirmed;
