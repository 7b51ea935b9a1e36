-- @probe no messages
DELETE FROM crush_lu_connectionmessage WHERE connection_id = 7920;
-- @probe the last one is the first one written
UPDATE crush_lu_connectionmessage SET sent_at = '2030-01-01' WHERE id = (SELECT min(id) FROM crush_lu_connectionmessage WHERE connection_id = 7920);
