-- Gives up if it has to wait for a lock, and can then be tried again.
-- @query
SET lock_timeout = '5s';
CREATE INDEX CONCURRENTLY IF NOT EXISTS message_sent_at ON crush_lu_connectionmessage (sent_at);
