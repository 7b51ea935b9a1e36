-- @rejects: rows
-- Joins by the registration's own id.
-- @query
SELECT r.id, u.username
FROM crush_lu_eventregistration r
LEFT JOIN auth_user u ON u.id = r.id
WHERE r.id BETWEEN 20001 AND 24500
ORDER BY r.id;
