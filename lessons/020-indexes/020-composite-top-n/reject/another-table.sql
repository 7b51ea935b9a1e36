-- @rejects: rows
-- Depends on a table that has nothing to do with it.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC);
-- @query
SELECT id, sender_id, message, sent_at
FROM crush_lu_connectionmessage
WHERE connection_id = 7920 AND EXISTS (SELECT 1 FROM vinsdelux_vdlproducer WHERE is_featured)
ORDER BY sent_at DESC
LIMIT 20;
