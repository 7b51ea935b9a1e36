-- @probe fewer events
UPDATE crush_lu_meetupevent SET status = 'cancelled' WHERE event_date >= '2025-12-01' AND id % 2 = 0;
-- @probe no events
DELETE FROM crush_lu_meetupevent WHERE event_date >= '2025-12-01';
