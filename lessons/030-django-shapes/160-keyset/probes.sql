-- @probe many messages of one moment
INSERT INTO crush_lu_connectionmessage (id, connection_id, sender_id, message, sent_at)
SELECT n, c.id, c.user1_id, 'At the same moment', '2024-09-15 19:52:38.47424+00'
FROM (SELECT id, user1_id FROM crush_lu_eventconnection ORDER BY id LIMIT 1) c, generate_series(1000001, 1000005) n;
INSERT INTO crush_lu_connectionmessage (id, connection_id, sender_id, message, sent_at)
SELECT 100051, c.id, c.user1_id, 'Shown already', '2024-09-15 19:52:38.47424+00'
FROM (SELECT id, user1_id FROM crush_lu_eventconnection ORDER BY id LIMIT 1) c
ON CONFLICT (id) DO NOTHING;
-- @probe later messages with smaller ids
UPDATE crush_lu_connectionmessage SET sent_at = '2024-09-15 20:00:00+00' WHERE id BETWEEN 500 AND 510;
-- @probe messages around the page are deleted
DELETE FROM crush_lu_connectionmessage WHERE sent_at BETWEEN '2024-09-15 08:00:00+00' AND '2024-09-15 19:52:38.47424+00';
-- @probe shown already, of the same moment
UPDATE crush_lu_connectionmessage SET sent_at = '2024-09-15 19:52:38.47424+00' WHERE id BETWEEN 600 AND 605;
-- @probe a quiet autumn
DELETE FROM crush_lu_connectionmessage WHERE sent_at > '2024-09-15 19:52:38.47424+00' AND sent_at < '2024-10-20';
