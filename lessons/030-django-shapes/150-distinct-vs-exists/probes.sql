-- @probe nobody has paid for the latest events
UPDATE crush_lu_eventregistration SET payment_confirmed = false WHERE event_id > 1700;
-- @probe two events at the same time
UPDATE crush_lu_meetupevent SET event_date = '2024-12-24 18:00:00+00' WHERE id BETWEEN 1500 AND 1520;
