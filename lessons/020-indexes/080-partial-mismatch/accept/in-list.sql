-- A list of one.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status IN ('pending') ORDER BY registered_at ASC, id ASC LIMIT 20;
