-- @rejects: rows
-- Starts where the pending ones are today.
-- @query
SELECT id, event_id, user_id FROM crush_lu_eventregistration
WHERE status = 'pending' AND id >= 81999 ORDER BY id LIMIT 20;
