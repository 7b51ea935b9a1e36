-- @probe many messages of one moment
UPDATE crush_lu_connectionmessage SET sent_at = '2024-09-15 19:52:38.47424+00' WHERE id BETWEEN 100040 AND 100070;
-- @probe later messages with smaller ids
UPDATE crush_lu_connectionmessage SET sent_at = '2024-09-15 20:00:00+00' WHERE id BETWEEN 500 AND 510;
-- @probe the last message of the page before is deleted
DELETE FROM crush_lu_connectionmessage WHERE id BETWEEN 100030 AND 100051;
