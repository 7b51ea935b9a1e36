-- @rejects: buffers
-- Another way to compute something from every row.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE date_trunc('day', registered_at) = '2024-03-15 00:00+00';
