-- Dates, turned into moments.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE registered_at >= (date '2024-03-15')::timestamp AT TIME ZONE 'UTC'
  AND registered_at < (date '2024-03-15' + 1)::timestamp AT TIME ZONE 'UTC';
