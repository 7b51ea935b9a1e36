-- @rejects: buffers
-- The same loop, written as LATERAL with a LIMIT.
-- @query
SELECT r.id, u.username
FROM crush_lu_eventregistration r
LEFT JOIN LATERAL (SELECT username FROM auth_user WHERE id = r.user_id LIMIT 1) u ON true
WHERE r.id BETWEEN 20001 AND 24500
ORDER BY r.id;
