-- @rejects: rows
-- An old message may be the unread one.
-- @query
SELECT EXISTS (SELECT 1 FROM (SELECT read_at FROM crush_lu_connectionmessage ORDER BY id DESC LIMIT 1000) m WHERE read_at IS NULL) AS any_unread;
