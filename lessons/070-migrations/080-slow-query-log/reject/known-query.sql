-- @rejects: rows
-- Knows the answer of today.
-- @query
SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks
FROM pg_stat_statements WHERE query LIKE 'SELECT%crush_lu_eventinvitation WHERE invitation_code%';
