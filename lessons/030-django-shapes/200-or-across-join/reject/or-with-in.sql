-- @rejects: buffers
-- The OR stays, with a subquery: it becomes a filter on every message.
-- @query
SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m
WHERE m.sender_id = 4242
   OR m.connection_id IN (SELECT id FROM crush_lu_eventconnection WHERE user1_id = 4242 OR user2_id = 4242)
ORDER BY m.id;
