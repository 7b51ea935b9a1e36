-- @probe two pending submissions
INSERT INTO crush_lu_profilesubmission (id, profile_id, coach_id, status, coach_notes, feedback_to_user, submitted_at, reviewed_at)
SELECT id + 1000000, profile_id, coach_id, status, coach_notes, feedback_to_user, submitted_at, reviewed_at
FROM crush_lu_profilesubmission WHERE status = 'pending';
-- @probe the pending submission is not the latest
UPDATE crush_lu_profilesubmission SET submitted_at = '2020-01-01 08:00:00+00' WHERE status = 'pending';
-- @probe nothing was ever submitted
DELETE FROM crush_lu_profilesubmission WHERE profile_id % 2 = 1;
-- @probe approvals are withdrawn
UPDATE crush_lu_crushprofile SET is_approved = false WHERE id % 9 = 0;
