-- @query
SELECT status, COUNT(*) AS n
FROM crush_lu_eventregistration
WHERE user_id = 3758
GROUP BY status;
