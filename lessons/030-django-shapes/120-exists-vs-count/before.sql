-- @query
SELECT count(*) > 0 AS any_unread
FROM crush_lu_connectionmessage
WHERE read_at IS NULL;
