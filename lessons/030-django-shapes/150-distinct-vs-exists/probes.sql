-- @probe nobody has paid for the latest events
UPDATE crush_lu_eventregistration SET payment_confirmed = false
WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-02-01');
-- @probe events at the same time
UPDATE crush_lu_meetupevent SET event_date = '2024-12-24 18:00:00+00' WHERE event_date BETWEEN '2024-08-01' AND '2024-12-31';
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2031-03-01 19:00:00+00' WHERE id % 100 = 1;
