-- @probe everybody else has cancelled
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE event_id = 900;
-- @probe nobody else is registered
DELETE FROM crush_lu_eventregistration WHERE event_id = 900;
