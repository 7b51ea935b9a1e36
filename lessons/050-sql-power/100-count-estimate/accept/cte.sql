-- With a CTE and the standard's own words.
-- @query
WITH capped AS (
  SELECT id FROM crush_lu_eventinvitation WHERE responded_at IS NOT NULL ORDER BY id FETCH FIRST 1001 ROWS ONLY
)
SELECT COUNT(id) AS "__count" FROM capped;
