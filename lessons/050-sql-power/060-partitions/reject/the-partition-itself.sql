-- @rejects: other-values
-- Names the partition of this one month.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive_2024_03
WHERE sent_at >= '2024-03-01' AND sent_at < '2024-04-01';
