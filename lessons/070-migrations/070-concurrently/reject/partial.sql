-- @rejects: state
-- Quick, as it holds one message in a hundred.
-- @query
CREATE INDEX CONCURRENTLY message_sent_at ON crush_lu_connectionmessage (sent_at) WHERE read_at IS NULL;
