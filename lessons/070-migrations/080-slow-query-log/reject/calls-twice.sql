-- @rejects: rows
-- The blocks are sums over all calls already.
-- @query
SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu%' ORDER BY (shared_blks_hit + shared_blks_read) * calls DESC LIMIT 1;
