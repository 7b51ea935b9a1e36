-- @probe a longer conversation
UPDATE crush_lu_connectionmessage SET connection_id = 4711 WHERE id % 4000 = 7;
-- @probe messages of the same moment
UPDATE crush_lu_connectionmessage SET sent_at = '2024-05-01' WHERE connection_id = 4711 AND id % 2 = 0;
