-- @rejects: rows
-- BETWEEN includes the first moment of April.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at BETWEEN '2024-03-01 00:00+00' AND '2024-04-01 00:00+00';
