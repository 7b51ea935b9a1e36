-- @rejects: buffers
-- __year prunes, __month does not: twelve partitions.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at BETWEEN '2024-01-01 00:00:00+00' AND '2024-12-31 23:59:59.999999+00'
  AND EXTRACT(MONTH FROM sent_at AT TIME ZONE 'UTC') = 3;
