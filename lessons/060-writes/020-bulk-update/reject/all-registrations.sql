-- @rejects: state
-- Counts cancelled registrations and the waiting list as well.
-- @query
UPDATE crush_lu_meetupevent e
SET registration_count = (SELECT COUNT(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id)
WHERE e.event_date >= '2025-05-01';
