-- @rejects: no-spill
-- The wide columns in a subquery still travel through the sort.
-- @query
SELECT id, status, reviewed_at, coach_notes || feedback_to_user AS notes
FROM (SELECT * FROM crush_lu_profilesubmission) s ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
