-- @rejects: buffers
-- Only the beginning: every later partition is read.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at >= '2024-03-01' AND DATE_TRUNC('month', sent_at AT TIME ZONE 'UTC') = '2024-03-01 00:00:00';
