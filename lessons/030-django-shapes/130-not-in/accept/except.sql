-- Set difference; a NULL among the senders takes nothing away.
-- @query
SELECT id, username FROM auth_user
WHERE id IN (
  SELECT id FROM auth_user WHERE date_joined >= '2025-05-01'
  EXCEPT
  SELECT invited_by_id FROM crush_lu_eventinvitation
)
ORDER BY id;
