-- Grouped first, joined to every event.
-- @query
UPDATE crush_lu_meetupevent SET registration_count = counted.confirmed
FROM (
  SELECT e.id, COUNT(r.id) AS confirmed
  FROM crush_lu_meetupevent e
  LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id AND r.status = 'confirmed'
  WHERE e.event_date >= '2025-05-01'
  GROUP BY e.id
) counted
WHERE counted.id = crush_lu_meetupevent.id;
