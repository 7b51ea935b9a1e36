-- @rejects: rows
-- Numbers are names. Two of the same number may have been merged, and branches need not have the same number.
-- @query
SELECT app, name FROM (
  SELECT app, name, count(*) OVER (PARTITION BY app, left(name, 4)) AS twins
  FROM (SELECT DISTINCT app, name FROM django_migration_graph) each
) counted WHERE twins > 1 ORDER BY app, name;
