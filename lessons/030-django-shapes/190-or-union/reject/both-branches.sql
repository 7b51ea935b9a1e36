-- @rejects: rows
-- A row found by both branches comes twice.
-- @changes
CREATE INDEX ON crush_lu_eventconnection (user1_id, created_at);
CREATE INDEX ON crush_lu_eventconnection (user2_id, created_at);
-- @query
SELECT id, user1_id, user2_id, created_at FROM (
  (SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
   WHERE user1_id = 1 ORDER BY created_at DESC LIMIT 20)
  UNION ALL
  (SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
   WHERE user2_id = 1 ORDER BY created_at DESC LIMIT 20)
) AS c ORDER BY created_at DESC LIMIT 20;
