-- @query
SELECT id, sender_id, message, sent_at
FROM crush_lu_connectionmessage
WHERE connection_id = 7920
ORDER BY sent_at DESC
LIMIT 20;
