-- @rejects: peak
-- NULL is replaced by an id that nobody has.
-- @query
SELECT u.id, u.username FROM auth_user u
WHERE u.date_joined >= '2025-05-01'
  AND u.id NOT IN (SELECT coalesce(i.invited_by_id, 0) FROM crush_lu_eventinvitation i)
ORDER BY u.id;
