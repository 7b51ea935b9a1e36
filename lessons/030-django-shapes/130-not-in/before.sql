-- @query
SELECT u.id, u.username
FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND NOT (u.id IN (SELECT i.invited_by_id FROM crush_lu_eventinvitation i))
ORDER BY u.id;
