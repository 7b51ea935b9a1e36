-- @rejects: buffers
-- Walks all messages of all people backwards and keeps those of the conversation.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC);
