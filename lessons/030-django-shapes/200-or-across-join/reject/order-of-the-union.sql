-- @rejects: rows
-- UNION may sort to find doubles, or hash: it promises no order.
-- @query
SELECT m.id, m.sent_at
FROM crush_lu_connectionmessage m
WHERE m.sender_id = 4242
UNION
SELECT m.id, m.sent_at
FROM crush_lu_connectionmessage m
JOIN crush_lu_eventconnection c ON c.id = m.connection_id
WHERE c.user1_id = 4242 OR c.user2_id = 4242

