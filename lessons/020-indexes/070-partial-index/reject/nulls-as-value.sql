-- @rejects: rows
-- Compares with NULL in place of asking for it.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE read_at IS NULL;
-- @query
SELECT id, connection_id, sent_at FROM crush_lu_connectionmessage
WHERE read_at = NULL AND sent_at < '2025-05-01' ORDER BY sent_at DESC LIMIT 50;
