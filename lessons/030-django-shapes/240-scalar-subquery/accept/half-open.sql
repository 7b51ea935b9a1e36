-- The range by its bounds from outside.
-- @query
SELECT r.id, u.username
FROM auth_user u
JOIN crush_lu_eventregistration r ON r.user_id = u.id
WHERE r.id > 20000 AND r.id <= 24500
ORDER BY r.id;
