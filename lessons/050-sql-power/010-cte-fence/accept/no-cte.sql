-- Plain subqueries.
-- @query
SELECT m.sender_id, COUNT(m.id) AS sent,
       (SELECT MAX(u.sent_at) FROM crush_lu_connectionmessage u WHERE u.connection_id = 4711) AS last_sent_at
FROM crush_lu_connectionmessage m
WHERE m.connection_id = 4711
GROUP BY m.sender_id
ORDER BY m.sender_id;
