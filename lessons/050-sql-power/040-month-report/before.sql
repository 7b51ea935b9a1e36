-- @query
SELECT month,
       (SELECT COUNT(*)
        FROM crush_lu_eventregistration r
        WHERE DATE_TRUNC('month', r.registered_at AT TIME ZONE 'UTC') = month) AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
ORDER BY month;
