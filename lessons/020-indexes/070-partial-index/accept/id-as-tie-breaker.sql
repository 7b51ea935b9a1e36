-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC, id DESC) WHERE read_at IS NULL;
-- @query
SELECT id, connection_id, sent_at FROM crush_lu_connectionmessage
WHERE sent_at < timestamptz '2025-05-01' AND read_at IS NULL
ORDER BY sent_at DESC, id DESC LIMIT 50;
