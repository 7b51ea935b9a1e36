-- The exclusion may stay, if the request also says what it means.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status NOT IN ('confirmed', 'waitlist', 'cancelled') AND status = 'pending'
ORDER BY registered_at, id LIMIT 20;
