-- @rejects: base-data
-- Marks the connections as well.
-- @query
INSERT INTO crush_lu_connectionmessage (connection_id, sender_id, message, sent_at, read_at)
SELECT id, user1_id, 'You both said yes. Say hello first.', '2025-06-01 09:00:00+00', NULL FROM crush_lu_eventconnection WHERE status = 'accepted' AND created_at >= '2025-05-12';
UPDATE crush_lu_eventconnection SET status = 'messaged' WHERE status = 'accepted';
