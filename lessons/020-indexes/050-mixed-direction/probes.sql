-- @probe many registrations of one moment
UPDATE crush_lu_eventregistration SET registered_at = '2025-12-30 12:00+00' WHERE status = 'cancelled' AND id % 300 = 1;
-- @probe few cancelled ones
DELETE FROM crush_lu_eventregistration WHERE status = 'cancelled' AND id % 1000 <> 7;
