-- @probe a third person writes
INSERT INTO crush_lu_connectionmessage (id, connection_id, sender_id, message, sent_at, read_at) OVERRIDING SYSTEM VALUE
VALUES (9000001, 4711, 1, 'a coach', '2026-01-01', NULL), (9000002, 4711, 1, 'again', '2026-01-02', NULL);
-- @probe only one of them writes
UPDATE crush_lu_connectionmessage SET sender_id = 1 WHERE connection_id = 4711;
-- @probe an empty conversation
DELETE FROM crush_lu_connectionmessage WHERE connection_id = 4711;
-- @probe the last message of all is elsewhere
UPDATE crush_lu_connectionmessage SET sent_at = '2026-02-02' WHERE id = (SELECT max(id) FROM crush_lu_connectionmessage WHERE connection_id = 1);
