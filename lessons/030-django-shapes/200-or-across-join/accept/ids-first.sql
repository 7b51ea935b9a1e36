-- Collects the ids by either way and fetches each message once.
-- @query
SELECT id, sent_at
FROM crush_lu_connectionmessage
WHERE id IN (
  SELECT id FROM crush_lu_connectionmessage WHERE sender_id = 4242
  UNION ALL
  SELECT m.id
  FROM crush_lu_eventconnection c
  JOIN crush_lu_connectionmessage m ON m.connection_id = c.id
  WHERE 4242 IN (c.user1_id, c.user2_id)
)
ORDER BY id;
