-- @probe at midnight, before and after it
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-15 00:00+00' WHERE id = 1;
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-15 23:59:59.999999+00' WHERE id = 2;
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-16 00:00+00' WHERE id = 3;
UPDATE crush_lu_eventregistration SET registered_at = '2024-03-14 23:30+00' WHERE id = 4;
