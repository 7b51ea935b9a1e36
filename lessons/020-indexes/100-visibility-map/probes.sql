-- @probe cancelled after the job
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE user_id = 3758 AND id % 3 = 0;
