-- @rejects: buffers
-- Three exclusions one by one prove as little as one with three.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status <> 'confirmed' AND status <> 'waitlist' AND status <> 'cancelled'
ORDER BY registered_at, id LIMIT 20;
