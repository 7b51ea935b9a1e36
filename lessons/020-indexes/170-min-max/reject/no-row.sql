-- @rejects: rows
-- Returns no row for a conversation without messages, where max() returns NULL.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);
-- @query
SELECT sent_at AS sent_at__max FROM crush_lu_connectionmessage
WHERE connection_id = 7920 ORDER BY sent_at DESC FETCH FIRST ROW ONLY;
