-- @rejects: rows
-- And so may a new one.
-- @query
SELECT EXISTS (
  SELECT 1 FROM (SELECT read_at FROM crush_lu_connectionmessage ORDER BY id LIMIT 1000) m WHERE read_at IS NULL
) AS any_unread;
