-- @probe cancellations at the first and the last moment
UPDATE crush_lu_eventregistration SET status = 'cancelled', registered_at = '2022-01-01 00:00+00' WHERE id % 500 = 1;
UPDATE crush_lu_eventregistration SET status = 'cancelled', registered_at = '2025-01-01 00:00+00' WHERE id % 500 = 2;
-- @probe no cancellations
DELETE FROM crush_lu_eventregistration WHERE status = 'cancelled' AND registered_at >= '2022-01-01' AND registered_at < '2025-01-01';
