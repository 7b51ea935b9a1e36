-- Calls × blocks of a call.
-- @query
SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks
FROM pg_stat_statements
WHERE query LIKE 'SELECT%crush_lu%'
ORDER BY calls * ((shared_blks_hit + shared_blks_read) / calls::numeric) DESC
LIMIT 1;
