-- @rejects: rows
-- NULL in place of false.
-- @query
SELECT (SELECT true FROM crush_lu_connectionmessage WHERE read_at IS NULL LIMIT 1) AS any_unread;
