-- @rejects: rows
-- Two connections of one moment are two.
-- @changes
CREATE INDEX ON crush_lu_eventconnection (user1_id, created_at); CREATE INDEX ON crush_lu_eventconnection (user2_id, created_at);
-- @query
SELECT DISTINCT ON (created_at) id, user1_id, user2_id, created_at FROM ((SELECT * FROM crush_lu_eventconnection WHERE user1_id = 1 ORDER BY created_at DESC LIMIT 20) UNION ALL (SELECT * FROM crush_lu_eventconnection WHERE user2_id = 1 ORDER BY created_at DESC LIMIT 20)) x ORDER BY created_at DESC LIMIT 20;
