-- @probe some events are empty
DELETE FROM crush_lu_eventregistration WHERE event_id > 1770 AND event_id % 2 = 0;
-- @probe the counter is wrong
UPDATE crush_lu_meetupevent SET registration_count = registration_count + 1;
