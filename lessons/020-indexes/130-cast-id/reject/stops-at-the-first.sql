-- @rejects: buffers
-- Stops at the first hit, which comes early only because this id is small.
-- @query
SELECT id, event_id, user_id, status FROM crush_lu_eventregistration WHERE id::text = '3137' ORDER BY id LIMIT 1;
