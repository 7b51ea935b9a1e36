-- @probe registrations cancelled
UPDATE crush_lu_eventregistration SET status = 'cancelled', payment_confirmed = true WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-10-01');
-- @probe nobody has registered
DELETE FROM crush_lu_eventregistration WHERE event_id IN (SELECT id FROM crush_lu_meetupevent WHERE event_date >= '2025-10-01');
-- @probe events at the boundary
UPDATE crush_lu_meetupevent SET event_date = '2025-11-01 00:00:00+00' WHERE event_date BETWEEN '2025-10-10' AND '2025-11-20';
