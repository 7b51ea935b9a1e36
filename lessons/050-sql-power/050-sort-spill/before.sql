-- @query
SELECT id, profile_id, coach_id, status, coach_notes, feedback_to_user, submitted_at, reviewed_at
FROM crush_lu_profilesubmission
ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
