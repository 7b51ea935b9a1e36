-- Another way to write the same request, with ties broken by id.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC, id DESC);
-- @query
SELECT m.id, m.sender_id, m.message, m.sent_at
FROM crush_lu_connectionmessage AS m
WHERE m.connection_id = 7920
ORDER BY m.sent_at DESC, m.id DESC
FETCH FIRST 20 ROWS ONLY;
