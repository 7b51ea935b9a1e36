-- @probe events of one moment
UPDATE crush_lu_meetupevent SET event_date = '2024-03-01 19:00:00+00' WHERE id BETWEEN 1200 AND 1300;
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2031-03-01 19:00:00+00' WHERE id % 100 = 1;
