-- @rejects: rows
-- “Before the day” does not include its first moment.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE read_at IS NULL;
-- @query
SELECT id, connection_id, sent_at
FROM crush_lu_connectionmessage
WHERE read_at IS NULL AND sent_at <= '2025-05-01'
ORDER BY sent_at DESC
LIMIT 50;
