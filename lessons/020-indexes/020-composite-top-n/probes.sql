-- @probe new messages
INSERT INTO crush_lu_connectionmessage (id, connection_id, sender_id, message, sent_at, read_at) OVERRIDING SYSTEM VALUE
SELECT 9000000 + n, 7920, 1, 'new ' || n, timestamptz '2026-01-01' + n * interval '1 minute', NULL
FROM generate_series(1, 7) n;
-- @probe an empty conversation
DELETE FROM crush_lu_connectionmessage WHERE connection_id = 7920;
