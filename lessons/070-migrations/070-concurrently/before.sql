-- @query
BEGIN;
CREATE INDEX CONCURRENTLY message_sent_at ON crush_lu_connectionmessage (sent_at);
COMMIT;
