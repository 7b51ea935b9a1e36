-- @rejects: rows
-- The condition is missing in one of the two places.
-- @query
WITH messages AS NOT MATERIALIZED (SELECT connection_id, sender_id, sent_at FROM crush_lu_connectionmessage)
SELECT m.sender_id, COUNT(*) AS sent, (SELECT MAX(sent_at) FROM messages) AS last_sent_at
FROM messages m WHERE m.connection_id = 4711 GROUP BY m.sender_id ORDER BY m.sender_id;
