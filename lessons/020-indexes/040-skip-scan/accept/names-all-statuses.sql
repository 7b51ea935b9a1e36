-- No new index: the request names all values of the leading column, which the check constraint lists.
-- @query
SELECT id, event_id, user_id, status, registered_at FROM crush_lu_eventregistration
WHERE status IN ('pending', 'confirmed', 'waitlist', 'cancelled')
  AND registered_at >= '2024-03-15 08:00+00' AND registered_at < '2024-03-15 14:00+00';
