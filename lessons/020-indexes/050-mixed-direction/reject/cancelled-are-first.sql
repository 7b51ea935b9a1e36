-- @rejects: rows
-- Today the first page is all cancelled. On a day with few of them it is not.
-- @query
SELECT id, event_id, user_id, status, registered_at FROM crush_lu_eventregistration
WHERE status = 'cancelled' ORDER BY registered_at DESC, id DESC LIMIT 20;
