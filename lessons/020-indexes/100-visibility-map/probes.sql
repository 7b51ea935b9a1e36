-- @probe cancelled after the job
UPDATE crush_lu_eventregistration SET status = 'cancelled' WHERE user_id = 7920 AND id % 3 = 0;
