-- @rejects: buffers
-- Keeps the planner from the primary key: now it reads the whole table.
-- @query
SELECT id, event_id, user_id FROM crush_lu_eventregistration
WHERE status = 'pending' ORDER BY id + 0 LIMIT 20;
