-- The new indexes begin with the foreign keys, so the old ones may go.
-- @changes
CREATE INDEX CONCURRENTLY a ON crush_lu_eventconnection (user1_id, created_at DESC, id);
CREATE INDEX CONCURRENTLY b ON crush_lu_eventconnection (user2_id, created_at DESC, id);
DROP INDEX crush_lu_eventconnection_user1_id_ab8ecbdb;
DROP INDEX crush_lu_eventconnection_user2_id_4e04af23;
-- @query
WITH mine AS (
  (SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
   WHERE user1_id = 1 ORDER BY created_at DESC LIMIT 20)
  UNION ALL
  (SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
   WHERE user2_id = 1 AND user1_id != 1 ORDER BY created_at DESC LIMIT 20)
)
SELECT id, user1_id, user2_id, created_at FROM mine ORDER BY created_at DESC LIMIT 20;
