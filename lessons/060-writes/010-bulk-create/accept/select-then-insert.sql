-- As bulk_create does it: one SELECT, then one INSERT.
-- @query
SELECT id, user1_id FROM crush_lu_eventconnection WHERE status = 'accepted' AND created_at >= '2025-05-12';
INSERT INTO crush_lu_connectionmessage (connection_id, sender_id, message, sent_at, read_at)
SELECT c.id, c.user1_id, 'You both said yes. Say hello first.', '2025-06-01 09:00:00+00', NULL
FROM crush_lu_eventconnection c WHERE c.status = 'accepted' AND c.created_at >= '2025-05-12'
RETURNING id;
