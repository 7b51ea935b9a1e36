-- The CTE is kept, but only with the rows of this conversation.
-- @query
WITH messages AS (
  SELECT sender_id, sent_at FROM crush_lu_connectionmessage WHERE connection_id = 4711
)
SELECT sender_id, COUNT(*) AS sent, (SELECT MAX(sent_at) FROM messages) AS last_sent_at
FROM messages
GROUP BY sender_id
ORDER BY sender_id;
