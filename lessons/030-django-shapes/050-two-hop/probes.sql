-- @probe no event at all
UPDATE crush_lu_eventconnection SET event_id = NULL WHERE id % 2 = 0;
-- @probe all at the same time
UPDATE crush_lu_eventconnection SET created_at = '2025-05-01 12:00:00+00' WHERE status = 'pending';
-- @probe old connections are pending again
UPDATE crush_lu_eventconnection SET status = 'pending', created_at = '2025-12-01 12:00:00+00' WHERE id % 400 = 0;
