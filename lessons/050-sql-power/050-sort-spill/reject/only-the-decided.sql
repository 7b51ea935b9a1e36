-- @rejects: rows
-- Leaves out what has no decision yet.
-- @query
SELECT id, status, reviewed_at FROM crush_lu_profilesubmission WHERE reviewed_at IS NOT NULL ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
