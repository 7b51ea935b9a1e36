-- @probe connected to oneself
INSERT INTO crush_lu_eventconnection (id, user1_id, user2_id, event_id, status, created_at)
VALUES (1000001, 1, 1, NULL, 'accepted', '2025-05-20 12:00:00+00');
-- @probe always the first of the two
UPDATE crush_lu_eventconnection SET created_at = created_at - interval '10 years' WHERE user2_id = 1;
-- @probe old connections are the latest
UPDATE crush_lu_eventconnection SET created_at = created_at + interval '10 years'
WHERE (user1_id = 1 OR user2_id = 1) AND id % 10 = 0;
