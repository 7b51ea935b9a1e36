-- Excludes what has been shown of the same moment.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE sent_at >= '2024-09-15 19:52:38.47424+00'
  AND NOT (sent_at = '2024-09-15 19:52:38.47424+00' AND id <= 100051)
ORDER BY sent_at, id
FETCH FIRST 50 ROWS ONLY;
