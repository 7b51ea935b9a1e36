-- @probe an empty month
DELETE FROM crush_lu_eventregistration WHERE registered_at >= '2024-03-15' AND registered_at < '2024-05-20';
-- @probe midnight of the first and the last moment of a year
UPDATE crush_lu_eventregistration SET registered_at = '2024-01-01 00:00+00' WHERE id % 500 = 1;
UPDATE crush_lu_eventregistration SET registered_at = '2024-12-31 23:59:59.999999+00' WHERE id % 500 = 2;
UPDATE crush_lu_eventregistration SET registered_at = '2025-01-01 00:00+00' WHERE id % 500 = 3;
UPDATE crush_lu_eventregistration SET registered_at = '2024-05-31 23:30+00' WHERE id % 500 = 4;
-- @probe no registrations at all
DELETE FROM crush_lu_eventregistration WHERE registered_at >= '2024-01-01' AND registered_at < '2025-01-01';
