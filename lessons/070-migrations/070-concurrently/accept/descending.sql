-- @query
CREATE INDEX CONCURRENTLY ON crush_lu_connectionmessage (sent_at DESC);
