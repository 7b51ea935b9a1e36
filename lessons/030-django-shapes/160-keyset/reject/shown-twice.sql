-- @rejects: rows
-- The last message of the page before comes again.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE (sent_at, id) >= ('2024-09-15 19:52:38.47424+00', 100051)
ORDER BY sent_at, id
LIMIT 50;
