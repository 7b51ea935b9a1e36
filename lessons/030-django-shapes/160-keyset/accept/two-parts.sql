-- The rest of the moment, then what comes after it.
-- @query
SELECT id, message, sent_at FROM (
  (SELECT id, message, sent_at FROM crush_lu_connectionmessage
   WHERE sent_at = '2024-09-15 19:52:38.47424+00' AND id > 100051 ORDER BY sent_at, id LIMIT 50)
  UNION ALL
  (SELECT id, message, sent_at FROM crush_lu_connectionmessage
   WHERE sent_at > '2024-09-15 19:52:38.47424+00' ORDER BY sent_at, id LIMIT 50)
) AS page
ORDER BY sent_at, id LIMIT 50;
