-- @probe a moderator writes into other conversations
UPDATE crush_lu_connectionmessage SET sender_id = 4242 WHERE id IN (11, 12, 13, 5000);
-- @probe two messages of the same moment
UPDATE crush_lu_connectionmessage SET sent_at = '2025-05-01 12:00:00+00' WHERE sender_id = 4242;
-- @probe a member connected to oneself
INSERT INTO crush_lu_eventconnection (id, user1_id, user2_id, event_id, status, created_at)
VALUES (1000001, 4242, 4242, NULL, 'accepted', '2025-05-20 12:00:00+00');
UPDATE crush_lu_connectionmessage SET connection_id = 1000001 WHERE id IN (21, 22);
