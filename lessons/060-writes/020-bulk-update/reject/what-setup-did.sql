-- @rejects: state
-- Takes back today’s error in place of counting.
-- @query
UPDATE crush_lu_meetupevent SET registration_count = registration_count - 3
WHERE id % 4 = 0 AND event_date >= '2025-05-01';
