-- @rejects: rows
-- One row per member instead of one per registration.
-- @query
SELECT min(r.id) AS id, u.username
FROM crush_lu_eventregistration r JOIN auth_user u ON u.id = r.user_id
WHERE r.id BETWEEN 20001 AND 24500
GROUP BY u.username
ORDER BY min(r.id);
