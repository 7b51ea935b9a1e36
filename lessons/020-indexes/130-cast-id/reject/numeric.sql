-- @rejects: buffers
-- Not text any more, but still a cast of the column.
-- @query
SELECT id, event_id, user_id, status FROM crush_lu_eventregistration WHERE id::numeric = 3137 LIMIT 21;
