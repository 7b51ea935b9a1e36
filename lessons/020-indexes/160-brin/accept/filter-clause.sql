-- The same figures with FILTER.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (sent_at, id) WITH (pages_per_range = 32);
-- @query
SELECT count(*), count(*) FILTER (WHERE read_at IS NOT NULL)
FROM crush_lu_connectionmessage
WHERE sent_at >= timestamptz '2024-03-15' AND sent_at < timestamptz '2024-03-22';
