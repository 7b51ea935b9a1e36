-- @rejects: rows
-- The last day ends where it begins.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at BETWEEN '2024-03-01' AND '2024-03-31';
