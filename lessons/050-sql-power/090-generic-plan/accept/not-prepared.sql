-- The values in the text, as client-side binding sends them.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status = 'pending' ORDER BY registered_at DESC LIMIT 20;
