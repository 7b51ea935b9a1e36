-- Then the last message is the first entry.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_connectionmessage (connection_id, sent_at DESC);
