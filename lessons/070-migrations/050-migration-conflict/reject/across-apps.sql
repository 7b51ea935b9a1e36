-- @rejects: rows
-- What another app builds on is still the end of a branch in its own.
-- @query
WITH leaf AS (
  SELECT DISTINCT app, name FROM django_migration_graph node
  WHERE NOT EXISTS (SELECT 1 FROM django_migration_graph later WHERE later.needs_app = node.app AND later.needs_name = node.name)
)
SELECT app, name FROM leaf WHERE app IN (SELECT app FROM leaf GROUP BY app HAVING COUNT(*) > 1) ORDER BY app, name;
