-- @rejects: blocking
-- Elsewhere, it locks as well.
-- @changes
CREATE INDEX message_sent_at ON crush_lu_connectionmessage (sent_at);
-- @query
SELECT 1;
