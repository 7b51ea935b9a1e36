-- @rejects: peak
-- The right answer, and still every user is compared with every invitation.
-- @query
SELECT u.id, u.username FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND u.id NOT IN (SELECT i.invited_by_id FROM crush_lu_eventinvitation i WHERE i.invited_by_id IS NOT NULL)
ORDER BY u.id;
