-- The order from an index that carries the status: nothing is sorted.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (reviewed_at, id) INCLUDE (status);
-- @query
SELECT id, status, reviewed_at FROM crush_lu_profilesubmission ORDER BY reviewed_at, id
LIMIT 200 OFFSET 21000;
