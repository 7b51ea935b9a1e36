-- @query
SELECT COUNT(*) AS "__count"
FROM crush_lu_eventregistration
WHERE status = 'cancelled' AND registered_at >= '2022-01-01' AND registered_at < '2025-01-01';
