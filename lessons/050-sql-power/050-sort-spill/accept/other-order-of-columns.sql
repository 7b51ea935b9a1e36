-- The order of the columns in the SELECT list does not matter.
-- @query
SELECT s.reviewed_at, s.id, s.status FROM crush_lu_profilesubmission AS s ORDER BY s.reviewed_at ASC NULLS LAST, s.id
LIMIT 200 OFFSET 21000;
