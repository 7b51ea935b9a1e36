-- @rejects: state
-- A hash index finds one moment and no range.
-- @query
CREATE INDEX CONCURRENTLY message_sent_at ON crush_lu_connectionmessage USING hash (sent_at);
