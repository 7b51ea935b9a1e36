-- @rejects: buffers
-- Whatever is done to the parameter, it stays one.
-- @query
PREPARE latest (text, int) AS
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE status = COALESCE($1, 'pending') ORDER BY registered_at DESC LIMIT $2;
EXECUTE latest ('pending', 20);
