-- @rejects: rows
-- GROUP BY alone: a month without registrations is missing.
-- @query
SELECT DATE_TRUNC('month', registered_at AT TIME ZONE 'UTC') AS month, COUNT(*) AS registrations
FROM crush_lu_eventregistration
WHERE registered_at >= '2024-01-01' AND registered_at < '2025-01-01'
GROUP BY 1 ORDER BY 1;
