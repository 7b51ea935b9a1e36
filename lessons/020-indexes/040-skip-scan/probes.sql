-- @probe registrations of every status in that morning
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-15 09:00+00' WHERE id % 2000 = 1;
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-15 08:00+00', status = 'pending' WHERE id % 20000 = 2;
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-15 14:00+00', status = 'waitlist' WHERE id % 20000 = 3;
