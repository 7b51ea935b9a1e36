-- defer(): everything but the two long texts.
-- @query
SELECT id, profile_id, coach_id, status, submitted_at, reviewed_at
FROM crush_lu_profilesubmission
ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
