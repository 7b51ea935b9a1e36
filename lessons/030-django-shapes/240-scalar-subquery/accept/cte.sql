-- The batch first, then the names.
-- @query
WITH batch AS (
  SELECT id, user_id FROM crush_lu_eventregistration WHERE id BETWEEN 20001 AND 24500
)
SELECT batch.id, auth_user.username
FROM batch JOIN auth_user ON auth_user.id = batch.user_id
ORDER BY batch.id;
