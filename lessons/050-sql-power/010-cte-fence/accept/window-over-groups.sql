-- The maximum of the groups' maxima: the conversation is read once.
-- @query
SELECT sender_id, COUNT(*) AS sent, MAX(MAX(sent_at)) OVER () AS last_sent_at
FROM crush_lu_connectionmessage
WHERE connection_id = 4711
GROUP BY sender_id
ORDER BY sender_id;
