-- @probe others become pending
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id % 900 = 0;
-- @probe nobody waits
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
-- @probe the index is gone
DROP INDEX registration_pending;
