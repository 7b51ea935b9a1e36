-- @query
SELECT COUNT(*) AS sent, COUNT(read_at) AS read
FROM crush_lu_connectionmessage
WHERE sent_at >= '2024-03-15' AND sent_at < '2024-03-22';
