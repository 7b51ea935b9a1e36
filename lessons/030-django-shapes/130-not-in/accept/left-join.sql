-- An outer join, of which the unmatched rows are kept.
-- @query
SELECT u.id, u.username
FROM auth_user u
LEFT JOIN crush_lu_eventinvitation i ON i.invited_by_id = u.id
WHERE u.date_joined >= '2025-05-01' AND i.id IS NULL
ORDER BY u.id;
