-- @query
SELECT id, status, reviewed_at
FROM crush_lu_profilesubmission
ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
