-- @rejects: statements
-- A few rows by each statement: still a loop.
-- @query
SELECT min(id) AS first, max(id) AS last
FROM (SELECT id, ntile(30) OVER (ORDER BY id) AS part FROM crush_lu_eventconnection
      WHERE status = 'accepted' AND created_at >= '2025-05-12') numbered
GROUP BY part;
-- @for-each-row
INSERT INTO crush_lu_connectionmessage (connection_id, sender_id, message, sent_at, read_at)
SELECT id, user1_id, 'You both said yes. Say hello first.', '2025-06-01 09:00:00+00', NULL
FROM crush_lu_eventconnection
WHERE status = 'accepted' AND created_at >= '2025-05-12' AND id BETWEEN :first AND :last;
