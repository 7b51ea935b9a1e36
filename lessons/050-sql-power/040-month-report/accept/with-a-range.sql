-- Only the year's rows are grouped.
-- @query
WITH counted AS (
  SELECT DATE_TRUNC('month', registered_at AT TIME ZONE 'UTC') AS month, COUNT(*) AS n
  FROM crush_lu_eventregistration
  WHERE registered_at >= '2024-01-01 00:00+00' AND registered_at < '2025-01-01 00:00+00'
  GROUP BY 1
)
SELECT m AS month, COALESCE(n, 0) AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS m
LEFT JOIN counted ON counted.month = m
ORDER BY m;
