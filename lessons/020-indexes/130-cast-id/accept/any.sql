-- As for a list of ids.
-- @query
SELECT id, event_id, user_id, status FROM crush_lu_eventregistration
WHERE id = ANY (ARRAY[3137]) ORDER BY id LIMIT 21;
