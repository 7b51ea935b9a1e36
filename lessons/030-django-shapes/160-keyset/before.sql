-- @query
-- The page before ended with message 100051, sent at 2024-09-15 19:52:38.47424+00.
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
ORDER BY sent_at, id
LIMIT 50 OFFSET 100000;
