-- @rejects: rows
-- Shows the same today. Where fewer than 20 have checked in, rows are missing.
-- @query
SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
WHERE checked_in_at IS NOT NULL ORDER BY checked_in_at DESC LIMIT 20;
