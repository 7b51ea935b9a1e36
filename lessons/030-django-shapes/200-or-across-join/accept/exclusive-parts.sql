-- UNION ALL, where the second part leaves out what the first has.
-- @query
SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m WHERE m.sender_id = 4242
UNION ALL
SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m
WHERE m.sender_id <> 4242
  AND m.connection_id IN (SELECT id FROM crush_lu_eventconnection WHERE user1_id = 4242 OR user2_id = 4242)
ORDER BY id;
