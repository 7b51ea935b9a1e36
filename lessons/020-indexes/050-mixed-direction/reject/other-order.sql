-- @rejects: rows
-- Fits the index by asking for something else.
-- @query
SELECT id, event_id, user_id, status, registered_at FROM crush_lu_eventregistration
ORDER BY status DESC, registered_at DESC, id DESC LIMIT 20;
