-- @probe everybody cancels
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE event_id % 7 = 0;
-- @probe nobody waits
DELETE FROM crush_lu_eventregistration WHERE status = 'waitlist' AND event_id % 2 = 0;
