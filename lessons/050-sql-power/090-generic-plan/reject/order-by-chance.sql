-- @rejects: rows
-- The order comes from the index that happens to be used.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration WHERE status = 'pending' LIMIT 20;
