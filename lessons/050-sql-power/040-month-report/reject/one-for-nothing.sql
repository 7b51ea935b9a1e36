-- @rejects: rows
-- COUNT(*) counts the row of the outer join too: an empty month has 1.
-- @query
SELECT month, COUNT(*) AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
LEFT JOIN crush_lu_eventregistration r ON DATE_TRUNC('month', r.registered_at AT TIME ZONE 'UTC') = month
GROUP BY month ORDER BY month;
