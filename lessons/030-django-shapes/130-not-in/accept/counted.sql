-- Counts the invitations of each user by the index.
-- @query
SELECT u.id, u.username FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND (SELECT count(*) FROM crush_lu_eventinvitation i WHERE i.invited_by_id = u.id) = 0
ORDER BY u.id;
