-- Stops by LIMIT, then counts at most one row.
-- @query
SELECT count(*) > 0 AS any_unread
FROM (SELECT 1 FROM crush_lu_connectionmessage WHERE read_at IS NULL LIMIT 1) AS first;
