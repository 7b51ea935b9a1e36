-- @rejects: buffers
-- Without the old order in the branches, both are fetched whole and sorted.
-- @query
SELECT id, user1_id, user2_id, created_at FROM (
  SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection WHERE user1_id = 1
  UNION ALL
  SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection WHERE user2_id = 1 AND user1_id <> 1
) AS c ORDER BY created_at DESC LIMIT 20;
