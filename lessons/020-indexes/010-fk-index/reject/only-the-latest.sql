-- @rejects: rows
-- A page of the conversation instead of the conversation.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);
-- @query
SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage
WHERE connection_id = 4711 ORDER BY sent_at LIMIT 20;
