-- @rejects: rows
-- Asks in the direction that is indexed.
-- @query
SELECT liked_id AS liker_id, created_at FROM entreprinder_like WHERE liker_id = 2121 ORDER BY created_at DESC;
