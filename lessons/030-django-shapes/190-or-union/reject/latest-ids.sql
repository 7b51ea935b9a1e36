-- @rejects: rows
-- Takes the 20 highest ids of either side and sorts only those by time.
-- @changes
CREATE INDEX connection_user1_time ON crush_lu_eventconnection (user1_id, created_at);
CREATE INDEX connection_user2_time ON crush_lu_eventconnection (user2_id, created_at);
-- @query
SELECT id, user1_id, user2_id, created_at
FROM (
  (SELECT * FROM crush_lu_eventconnection WHERE user1_id = 1 ORDER BY id DESC LIMIT 20)
  UNION
  (SELECT * FROM crush_lu_eventconnection WHERE user2_id = 1 ORDER BY id DESC LIMIT 20)
) AS c
ORDER BY created_at DESC
LIMIT 20;
