-- @probe fewer messages
DELETE FROM crush_lu_connectionmessage WHERE id % 3 = 0;
