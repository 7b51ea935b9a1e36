-- @probe messages become unread
UPDATE crush_lu_connectionmessage SET read_at = NULL WHERE sent_at BETWEEN '2025-04-20' AND '2025-05-03';
-- @probe everything is read
UPDATE crush_lu_connectionmessage SET read_at = sent_at WHERE read_at IS NULL;
-- @probe unread messages at the first moment of the day
UPDATE crush_lu_connectionmessage SET sent_at = '2025-05-01 00:00+00', read_at = NULL WHERE id % 9000 = 11;
