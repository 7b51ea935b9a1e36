-- @probe some events are empty
DELETE FROM crush_lu_eventregistration WHERE event_id % 2 = 0 AND event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-06-01');
-- @probe the counter is wrong
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1;
