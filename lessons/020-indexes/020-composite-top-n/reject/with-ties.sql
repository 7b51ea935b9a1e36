-- @rejects: rows
-- All of the last moment, however many they are.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC);
-- @query
SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage WHERE connection_id = 7920 ORDER BY sent_at DESC FETCH FIRST 20 ROWS WITH TIES;
