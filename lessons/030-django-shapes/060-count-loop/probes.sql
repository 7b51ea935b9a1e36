-- @probe some events are empty
DELETE FROM crush_lu_eventregistration WHERE event_id % 2 = 0 AND event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-06-01');
-- @probe the counter is wrong
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1;
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2031-03-01 19:00:00+00' WHERE id % 100 = 1;
