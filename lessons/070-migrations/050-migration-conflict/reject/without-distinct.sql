-- @rejects: rows
-- A merge migration has a row for each of its parents, and looks like two leaves.
-- @query
WITH leaf AS (
  SELECT app, name FROM django_migration_graph node
  WHERE NOT EXISTS (SELECT 1 FROM django_migration_graph later
    WHERE later.app = node.app AND later.needs_app = node.app AND later.needs_name = node.name)
)
SELECT app, name FROM leaf WHERE app IN (SELECT app FROM leaf GROUP BY app HAVING COUNT(*) > 1) ORDER BY app, name;
