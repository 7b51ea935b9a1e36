-- UNION removes a row that both branches find. It sorts forty rows for it.
-- @changes
CREATE INDEX ON crush_lu_eventconnection (user1_id, created_at DESC);
CREATE INDEX ON crush_lu_eventconnection (user2_id, created_at DESC);
-- @query
(SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
 WHERE user1_id = 1 ORDER BY created_at DESC LIMIT 20)
UNION
(SELECT id, user1_id, user2_id, created_at FROM crush_lu_eventconnection
 WHERE user2_id = 1 ORDER BY created_at DESC LIMIT 20)
ORDER BY created_at DESC LIMIT 20;
