-- @rejects: rows
-- The last day begins and ends at midnight.
-- @query
SELECT month, COALESCE(n, 0) AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
LEFT JOIN (SELECT DATE_TRUNC('month', registered_at AT TIME ZONE 'UTC') AS month, COUNT(*) AS n
  FROM crush_lu_eventregistration WHERE registered_at BETWEEN '2024-01-01' AND '2024-12-31' GROUP BY 1) c USING (month)
ORDER BY month;
