-- @rejects: rows
-- Messages of the same moment as the last one are skipped.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE sent_at > '2024-09-15 19:52:38.47424+00'
ORDER BY sent_at, id
LIMIT 50;
