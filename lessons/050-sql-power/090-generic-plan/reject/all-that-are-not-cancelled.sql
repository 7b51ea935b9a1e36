-- @rejects: rows
-- Another condition.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status <> 'cancelled' ORDER BY registered_at DESC LIMIT 20;
