-- @query
SELECT sender_id, COUNT(*) AS messages, MAX(LENGTH(message)) AS longest
FROM crush_lu_connectionmessage
GROUP BY sender_id
ORDER BY messages DESC, sender_id
LIMIT 20;
