-- As Django writes a closed range.
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at BETWEEN '2024-03-01 00:00:00+00:00'::timestamptz AND '2024-03-31 23:59:59.999999+00:00'::timestamptz;
