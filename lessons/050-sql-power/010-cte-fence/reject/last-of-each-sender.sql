-- @rejects: rows
-- The last message of each sender, not of the conversation.
-- @query
SELECT sender_id, COUNT(*) AS sent, MAX(sent_at) AS last_sent_at
FROM crush_lu_connectionmessage WHERE connection_id = 4711
GROUP BY sender_id ORDER BY sender_id;
