-- @probe all events on one day
UPDATE crush_lu_meetupevent SET event_date = '2025-07-01 19:00:00+00' WHERE event_date >= '2025-06-01';
-- @probe everybody is confirmed
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-06-01');
