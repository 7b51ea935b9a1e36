-- @rejects: rows
-- Leaves out invitations that count.
-- @query
SELECT u.id, u.username FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND NOT EXISTS (SELECT 1 FROM crush_lu_eventinvitation i WHERE i.invited_by_id = u.id AND i.status = 'accepted')
ORDER BY u.id;
