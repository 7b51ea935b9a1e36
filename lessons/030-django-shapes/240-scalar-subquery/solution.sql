-- @query
SELECT r.id, u.username
FROM crush_lu_eventregistration r
JOIN auth_user u ON u.id = r.user_id
WHERE r.id BETWEEN 20001 AND 24500
ORDER BY r.id;
