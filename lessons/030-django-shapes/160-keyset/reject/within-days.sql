-- @rejects: rows
-- The next 50 messages need not come within a few days.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE (sent_at, id) > ('2024-09-15 19:52:38.47424+00', 100051) AND sent_at < '2024-09-20'
ORDER BY sent_at, id
LIMIT 50;
