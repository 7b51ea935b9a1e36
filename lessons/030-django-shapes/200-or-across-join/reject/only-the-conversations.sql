-- @rejects: rows
-- Today every sender takes part in the conversation; nothing guarantees it.
-- @query
SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m
WHERE m.connection_id IN (SELECT id FROM crush_lu_eventconnection WHERE user1_id = 4242 OR user2_id = 4242)
ORDER BY m.id;
