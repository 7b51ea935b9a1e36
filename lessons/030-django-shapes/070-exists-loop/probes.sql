-- @probe registered nowhere
DELETE FROM crush_lu_eventregistration WHERE user_id = 7920;
-- @probe everybody else is gone
DELETE FROM crush_lu_eventregistration WHERE user_id <> 7920 AND event_id > 1700;
