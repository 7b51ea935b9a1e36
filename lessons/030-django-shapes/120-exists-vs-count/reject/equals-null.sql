-- @rejects: rows
-- read_at = NULL is never true.
-- @query
SELECT EXISTS (SELECT 1 FROM crush_lu_connectionmessage WHERE read_at = NULL) AS any_unread;
