-- The range, and an index on the archive for it: one index, in every partition.
-- @changes
CREATE INDEX ON crush_lu_message_archive (sent_at);
-- @query
SELECT COUNT(*) AS "__count" FROM crush_lu_message_archive
WHERE sent_at >= '2024-03-01 00:00+00' AND sent_at < '2024-04-01 00:00+00';
