-- @probe more connections are accepted
UPDATE crush_lu_eventconnection SET status = 'accepted' WHERE created_at >= '2025-05-10';
-- @probe connections at the boundary
UPDATE crush_lu_eventconnection SET created_at = '2025-05-12 00:00:00+00', status = 'accepted' WHERE id % 500 = 0;
-- @probe nobody accepted
UPDATE crush_lu_eventconnection SET status = 'declined' WHERE status = 'accepted';
