-- Ranked in a subquery.
-- @query
SELECT query, calls, blocks FROM (
  SELECT query, calls, shared_blks_hit + shared_blks_read AS blocks,
         rank() OVER (ORDER BY shared_blks_hit + shared_blks_read DESC) AS place
  FROM pg_stat_statements WHERE query LIKE 'SELECT%' AND query LIKE '%crush_lu%'
) ranked WHERE place = 1;
