-- @rejects: rows
-- The message with the highest id is the last one most of the time.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, id) INCLUDE (sent_at);
-- @query
SELECT (SELECT sent_at FROM crush_lu_connectionmessage
        WHERE connection_id = 7920 ORDER BY id DESC LIMIT 1) AS sent_at__max;
