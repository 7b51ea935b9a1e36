-- @rejects: rows
-- Loses what is sent in the last second of the week.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (sent_at) WITH (pages_per_range = 16);
-- @query
SELECT COUNT(*) AS sent, COUNT(read_at) AS read FROM crush_lu_connectionmessage
WHERE sent_at BETWEEN '2024-03-15' AND '2024-03-21 23:59:59';
