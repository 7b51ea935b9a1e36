-- @rejects: rows
-- Reads less, by leaving out what is not pending today.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status = 'pending' AND registered_at >= '2025-04-01' ORDER BY registered_at, id LIMIT 20;
