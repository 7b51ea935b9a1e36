-- @rejects: rows
-- Without the order there is nothing to sort.
-- @query
SELECT id, status, reviewed_at FROM crush_lu_profilesubmission LIMIT 200 OFFSET 21000;
