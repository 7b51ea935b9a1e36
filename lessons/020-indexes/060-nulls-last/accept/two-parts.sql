-- No new index: the values first, from the old index, and rows without one only where there is room.
-- @query
(SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
 WHERE checked_in_at IS NOT NULL ORDER BY checked_in_at DESC LIMIT 20)
UNION ALL
(SELECT id, event_id, user_id, checked_in_at FROM crush_lu_eventregistration
 WHERE checked_in_at IS NULL LIMIT 20)
ORDER BY checked_in_at DESC NULLS LAST
LIMIT 20;
