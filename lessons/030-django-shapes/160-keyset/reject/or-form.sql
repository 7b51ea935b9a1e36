-- @rejects: buffers
-- Q(sent_at__gt) | Q(sent_at, id__gt): right, but there is no bound where the index scan could begin.
-- @query
SELECT id, message, sent_at
FROM crush_lu_connectionmessage
WHERE sent_at > '2024-09-15 19:52:38.47424+00'
   OR (sent_at = '2024-09-15 19:52:38.47424+00' AND id > 100051)
ORDER BY sent_at, id
LIMIT 50;
