-- @query
SELECT MAX(sent_at) AS sent_at__max
FROM crush_lu_connectionmessage
WHERE connection_id = 7920;
