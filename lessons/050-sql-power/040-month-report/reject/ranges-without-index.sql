-- @rejects: buffers
-- Better conditions, still twelve passes.
-- @query
SELECT month, (SELECT COUNT(*) FROM crush_lu_eventregistration r
  WHERE r.registered_at >= month AT TIME ZONE 'UTC'
    AND r.registered_at < (month + interval '1 month') AT TIME ZONE 'UTC') AS registrations
FROM GENERATE_SERIES(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') AS month
ORDER BY month;
