-- @rejects: rows
-- The first 20 messages in place of the last.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);
-- @query
SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage
WHERE connection_id = 7920 ORDER BY sent_at LIMIT 20;
