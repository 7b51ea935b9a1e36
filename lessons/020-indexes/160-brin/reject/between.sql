-- @rejects: rows
-- Counts the first moment of the next week, too.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (sent_at) WITH (pages_per_range = 16);
-- @query
SELECT COUNT(*), COUNT(read_at) FROM crush_lu_connectionmessage WHERE sent_at BETWEEN '2024-03-15' AND '2024-03-22';
