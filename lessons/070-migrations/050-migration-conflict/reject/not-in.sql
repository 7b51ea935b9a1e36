-- @rejects: rows
-- One NULL in the list, that of each first migration, and NOT IN is never true.
-- @query
WITH leaf AS (
  SELECT DISTINCT app, name FROM django_migration_graph WHERE name NOT IN (SELECT needs_name FROM django_migration_graph)
)
SELECT app, name FROM leaf WHERE app IN (SELECT app FROM leaf GROUP BY app HAVING COUNT(*) > 1) ORDER BY app, name;
