-- @probe an old registration is pending again
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id BETWEEN 500 AND 507;
-- @probe nothing is pending
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
