-- @probe the first and the last moment of the month
INSERT INTO crush_lu_message_archive (id, connection_id, sender_id, message, sent_at, read_at) VALUES
  (9000001, 1, 1, 'first', '2024-03-01 00:00:00+00', NULL),
  (9000002, 1, 1, 'last', '2024-03-31 23:59:59.999999+00', NULL),
  (9000003, 1, 1, 'next', '2024-04-01 00:00:00+00', NULL),
  (9000004, 1, 1, 'before', '2024-02-29 23:59:59.999999+00', NULL);
-- @probe the month moves by a day
UPDATE crush_lu_message_archive SET sent_at = sent_at + interval '1 day' WHERE sent_at >= '2024-02-25' AND sent_at < '2024-04-05';
-- @probe an empty month
DELETE FROM crush_lu_message_archive WHERE sent_at >= '2024-03-01 00:00+00' AND sent_at < '2024-04-01 00:00+00';
