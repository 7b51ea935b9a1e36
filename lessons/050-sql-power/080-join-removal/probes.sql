-- @probe members without profiles
DELETE FROM crush_lu_profilesubmission;
DELETE FROM crush_lu_crushprofile WHERE id % 2 = 0;
-- @probe many join on the same day
UPDATE auth_user SET date_joined = '2025-01-01 00:00+00' WHERE id % 50 = 0;
UPDATE auth_user SET date_joined = '2025-04-01 00:00+00' WHERE id % 50 = 1;
