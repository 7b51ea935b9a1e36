-- @rejects: rows
-- Rows returned say nothing about rows read.
-- @query
SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks
FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu%' ORDER BY rows DESC, query LIMIT 1;
