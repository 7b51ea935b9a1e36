-- @rejects: rows
-- The index on (sent_at, id) happens to give the order of the ids; the request does not ask for it.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE (sent_at, id) > ('2024-09-15 19:52:38.47424+00', 100051)
ORDER BY sent_at
LIMIT 50;
