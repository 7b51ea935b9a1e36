-- @probe everything is read
UPDATE crush_lu_connectionmessage SET read_at = sent_at WHERE read_at IS NULL;
-- @probe only the last message is unread
UPDATE crush_lu_connectionmessage SET read_at = sent_at WHERE read_at IS NULL AND id < (SELECT max(id) FROM crush_lu_connectionmessage);
