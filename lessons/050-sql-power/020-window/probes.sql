-- @probe all register at the same moment
UPDATE crush_lu_eventregistration SET registered_at = '2025-04-30 12:00+00'
WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-05-01' AND event_date < '2025-05-08');
-- @probe ids against the order of time
UPDATE crush_lu_eventregistration SET registered_at = timestamptz '2025-04-30' - id % 100 * interval '1 hour';
-- @probe events on the boundary
UPDATE crush_lu_meetupevent SET event_date = '2025-05-08 00:00+00' WHERE id % 300 = 1;
UPDATE crush_lu_meetupevent SET event_date = '2025-05-01 00:00+00' WHERE id % 300 = 2;
