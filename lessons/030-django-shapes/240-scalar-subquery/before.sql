-- @query
SELECT r.id, (SELECT u.username FROM auth_user u WHERE u.id = r.user_id LIMIT 1) AS username
FROM crush_lu_eventregistration r
WHERE r.id BETWEEN 20001 AND 24500
ORDER BY r.id;
