-- @query
SELECT month, COALESCE(counted.registrations, 0) AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
LEFT JOIN (
  SELECT DATE_TRUNC('month', registered_at AT TIME ZONE 'UTC') AS month, COUNT(*) AS registrations
  FROM crush_lu_eventregistration
  GROUP BY 1
) counted USING (month)
ORDER BY month;
