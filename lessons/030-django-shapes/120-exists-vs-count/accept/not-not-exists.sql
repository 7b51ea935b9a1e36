-- @query
SELECT NOT (NOT EXISTS (SELECT id FROM crush_lu_connectionmessage WHERE read_at IS NULL LIMIT 1)) AS any_unread;
