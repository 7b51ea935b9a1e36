-- @rejects: rows
-- One leaf for each app is as it should be.
-- @query
SELECT DISTINCT app, name FROM django_migration_graph node
WHERE NOT EXISTS (SELECT 1 FROM django_migration_graph later
  WHERE later.app = node.app AND later.needs_app = node.app AND later.needs_name = node.name)
ORDER BY app, name;
