-- @probe unread messages
UPDATE crush_lu_connectionmessage SET read_at = NULL WHERE sent_at >= '2024-03-14' AND sent_at < '2024-03-17';
-- @probe at the borders, and far from where they belong
UPDATE crush_lu_connectionmessage SET sent_at = '2024-03-15 00:00+00' WHERE id = 5;
UPDATE crush_lu_connectionmessage SET sent_at = '2024-03-22 00:00+00' WHERE id = 6;
UPDATE crush_lu_connectionmessage SET sent_at = '2024-03-21 23:59:59.999999+00', read_at = NULL WHERE id = 7;
