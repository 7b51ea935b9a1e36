-- @rejects: buffers
-- Still a text made from every id.
-- @query
SELECT id, event_id, user_id, status FROM crush_lu_eventregistration WHERE id::text = '3137' LIMIT 21;
