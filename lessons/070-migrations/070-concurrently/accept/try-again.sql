-- Removes the invalid index of a failed build, if there is one, and builds again.
-- @query
DROP INDEX CONCURRENTLY IF EXISTS message_sent_at;
CREATE INDEX CONCURRENTLY message_sent_at ON crush_lu_connectionmessage (sent_at);
