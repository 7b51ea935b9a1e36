-- @rejects: rows
-- The most frequent query need not be the dearest.
-- @query
SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks
FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu%' ORDER BY calls DESC, query LIMIT 1;
