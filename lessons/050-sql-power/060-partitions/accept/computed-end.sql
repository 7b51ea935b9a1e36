-- The end is computed from the beginning while planning.
-- @query
SELECT COUNT(id) AS "__count" FROM crush_lu_message_archive
WHERE sent_at >= timestamptz '2024-03-01 00:00+00'
  AND sent_at < timestamptz '2024-03-01 00:00+00' + interval '1 month';
