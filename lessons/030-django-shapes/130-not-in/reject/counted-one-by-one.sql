-- @rejects: rows-read
-- The sum keeps the index out, so all invitations are read for every new member.
-- @query
SELECT u.id, u.username
FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND (SELECT count(*) FROM crush_lu_eventinvitation i WHERE i.invited_by_id + 0 = u.id) = 0
ORDER BY u.id;
