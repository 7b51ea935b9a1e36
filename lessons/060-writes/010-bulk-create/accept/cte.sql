-- The rows first, in a CTE.
-- @query
WITH matched AS (
  SELECT id, user1_id FROM crush_lu_eventconnection WHERE created_at >= '2025-05-12' AND status = 'accepted'
)
INSERT INTO crush_lu_connectionmessage (connection_id, sender_id, message, sent_at)
SELECT id, user1_id, 'You both said yes. Say hello first.', timestamptz '2025-06-01 09:00:00+00' FROM matched;
