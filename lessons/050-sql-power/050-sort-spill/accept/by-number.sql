-- The rows of the page by their number.
-- @query
SELECT id, status, reviewed_at FROM (SELECT id, status, reviewed_at, row_number() OVER (ORDER BY reviewed_at, id) n FROM crush_lu_profilesubmission) x WHERE n > 21000 AND n <= 21200 ORDER BY n;
