-- @query
SELECT COUNT(*) AS "__count"
FROM (
  SELECT 1
  FROM crush_lu_eventinvitation
  WHERE responded_at IS NOT NULL
  LIMIT 1001
) AS capped;
