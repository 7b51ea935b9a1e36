-- @query
SELECT status, COUNT(*) AS n
FROM crush_lu_eventregistration
WHERE user_id = 7920
GROUP BY status;
