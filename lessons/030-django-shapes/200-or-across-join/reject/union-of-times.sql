-- @rejects: rows
-- UNION over the time alone: two messages of the same moment become one.
-- @query
SELECT max(id) AS id, sent_at FROM (
  SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m WHERE m.sender_id = 4242
  UNION ALL
  SELECT m.id, m.sent_at FROM crush_lu_connectionmessage m
  JOIN crush_lu_eventconnection c ON c.id = m.connection_id
  WHERE c.user1_id = 4242 OR c.user2_id = 4242
) AS mine
GROUP BY sent_at ORDER BY id;
