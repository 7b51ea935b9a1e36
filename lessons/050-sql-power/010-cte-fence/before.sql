-- @query
WITH messages AS (
  SELECT id, connection_id, sender_id, message, sent_at, read_at
  FROM crush_lu_connectionmessage
)
SELECT m.sender_id,
       COUNT(*) AS sent,
       (SELECT MAX(sent_at) FROM messages WHERE connection_id = 4711) AS last_sent_at
FROM messages m
WHERE m.connection_id = 4711
GROUP BY m.sender_id
ORDER BY m.sender_id;
