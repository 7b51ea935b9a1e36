-- @rejects: state
-- The inner join leaves out events without a confirmed registration.
-- @query
UPDATE crush_lu_meetupevent e SET registration_count = counted.confirmed
FROM (
  SELECT event_id, COUNT(*) AS confirmed FROM crush_lu_eventregistration WHERE status = 'confirmed' GROUP BY event_id
) counted
WHERE counted.event_id = e.id AND e.event_date >= '2025-05-01';
