-- @probe registered nowhere
DELETE FROM crush_lu_eventregistration WHERE user_id = 7920;
-- @probe everybody else is gone
DELETE FROM crush_lu_eventregistration WHERE user_id <> 7920 AND event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-06-01');
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2031-03-01 19:00:00+00' WHERE id % 100 = 1;
