-- @rejects: rows
-- Everybody differs from some sender.
-- @query
SELECT DISTINCT u.id, u.username FROM auth_user u
JOIN crush_lu_eventinvitation i ON i.invited_by_id <> u.id AND i.id <= 100
WHERE u.date_joined >= '2025-05-01'
ORDER BY u.id;
