-- @rejects: blocking
-- Builds the index, and nobody can send a message meanwhile.
-- @query
CREATE INDEX message_sent_at ON crush_lu_connectionmessage (sent_at);
