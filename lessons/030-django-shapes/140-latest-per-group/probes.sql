-- @probe submitted in the same moment
UPDATE crush_lu_profilesubmission SET submitted_at = '2025-05-01 12:00:00+00' WHERE profile_id % 3 = 0;
-- @probe the highest id is the oldest
UPDATE crush_lu_profilesubmission SET submitted_at = '2030-01-01'::timestamptz - id * interval '1 hour' WHERE profile_id % 5 = 0;
