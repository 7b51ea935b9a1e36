-- @rejects: rows
-- Leaves out the last message, but not others of its moment that came before it.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE sent_at >= '2024-09-15 19:52:38.47424+00' AND id <> 100051
ORDER BY sent_at, id
LIMIT 50;
