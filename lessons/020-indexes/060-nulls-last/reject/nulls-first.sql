-- @rejects: rows
-- Quick, with twenty empty lines at the top.
-- @query
SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
ORDER BY checked_in_at DESC LIMIT 20;
