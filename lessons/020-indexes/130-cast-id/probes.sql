-- @probe it is cancelled
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE id = 3137;
-- @probe it is gone
DELETE FROM crush_lu_eventregistration WHERE id = 3137;
