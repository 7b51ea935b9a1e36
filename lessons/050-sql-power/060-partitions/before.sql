-- @query
SELECT COUNT(*) AS "__count"
FROM crush_lu_message_archive
WHERE DATE_TRUNC('month', sent_at AT TIME ZONE 'UTC') = '2024-03-01 00:00:00';
