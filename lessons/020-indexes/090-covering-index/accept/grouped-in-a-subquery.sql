-- The same question in other words.
-- @changes
CREATE INDEX ON crush_lu_eventregistration (user_id, status DESC);
-- @query
SELECT r.status, sum(1) AS n
FROM (SELECT status FROM crush_lu_eventregistration WHERE user_id = 3758) r
GROUP BY r.status ORDER BY r.status;
