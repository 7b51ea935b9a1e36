-- @rejects: rows
-- Leaves out what the list shows.
-- @query
SELECT id, event_id, user_id, status, registered_at
FROM crush_lu_eventregistration
WHERE id BETWEEN 30001 AND 34000
ORDER BY id;
