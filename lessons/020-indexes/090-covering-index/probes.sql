-- @probe one status only
UPDATE crush_lu_eventregistration SET status = 'waitlist' WHERE user_id = 3758;
-- @probe no registrations
DELETE FROM crush_lu_eventregistration WHERE user_id = 3758;
