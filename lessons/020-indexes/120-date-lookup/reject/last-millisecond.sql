-- @rejects: rows
-- Nearly all of the day: what comes in its last millisecond is lost.
-- @query
SELECT id, event_id, user_id, registered_at FROM crush_lu_eventregistration
WHERE registered_at BETWEEN '2024-03-15 00:00+00' AND '2024-03-15 23:59:59.999+00';
