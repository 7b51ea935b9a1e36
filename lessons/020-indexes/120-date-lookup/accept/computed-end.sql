-- The end is computed from the beginning, on the side of the constant.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE registered_at >= timestamptz '2024-03-15 00:00+00'
  AND registered_at < timestamptz '2024-03-15 00:00+00' + interval '1 day';
