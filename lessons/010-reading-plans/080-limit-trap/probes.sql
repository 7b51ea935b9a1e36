-- @probe an old registration is pending again
UPDATE crush_lu_eventregistration SET status = 'pending' WHERE id BETWEEN 500 AND 507;
-- @probe nothing is pending
UPDATE crush_lu_eventregistration SET status = 'confirmed' WHERE status = 'pending';
-- @probe registrations that were entered later than they were made
UPDATE crush_lu_eventregistration SET registered_at = registered_at - interval '400 days' WHERE status = 'pending' AND id % 3 = 0;
