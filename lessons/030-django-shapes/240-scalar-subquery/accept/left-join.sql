-- The subquery gives NULL for a missing user, as an outer join does.
-- @query
SELECT r.id, u.username
FROM crush_lu_eventregistration r
LEFT JOIN auth_user u ON u.id = r.user_id
WHERE r.id >= 20001 AND r.id <= 24500
ORDER BY r.id;
