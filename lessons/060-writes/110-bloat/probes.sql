-- @probe one busy sender
UPDATE crush_lu_connectionmessage SET sender_id = 17 WHERE id % 50 = 0;
-- @probe a long message
UPDATE crush_lu_connectionmessage SET message = repeat('x', 400) WHERE id % 300 = 0;
