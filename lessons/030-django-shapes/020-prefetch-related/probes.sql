-- @probe an event moves into the past
UPDATE crush_lu_meetupevent SET event_date = '2025-07-31 23:59:59+00' WHERE id % 3 = 0;
-- @probe everything is published
UPDATE crush_lu_meetupevent SET status = 'published' WHERE event_date >= '2025-05-01';
-- @probe all events have one title
UPDATE crush_lu_meetupevent SET title = 'Speed dating';
-- @probe old events are held again
UPDATE crush_lu_meetupevent SET event_date = '2027-03-01 19:00:00+00' WHERE id % 100 = 0;
