-- @probe more are pending
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id % 5000 = 1;
-- @probe pending since the same moment
UPDATE crush_lu_eventregistration SET status = 'pending', registered_at = '2021-01-01' WHERE id % 3000 = 2;
-- @probe nothing is pending
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
