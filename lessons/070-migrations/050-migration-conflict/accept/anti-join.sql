-- LEFT JOIN … IS NULL, counted by a window function.
-- @query
SELECT app, name FROM (
  SELECT node.app, node.name, count(*) OVER (PARTITION BY node.app) AS leaves
  FROM (SELECT DISTINCT app, name FROM django_migration_graph) node
  LEFT JOIN django_migration_graph later
    ON later.needs_app = node.app AND later.needs_name = node.name AND later.app = node.app
  WHERE later.id IS NULL
) counted
WHERE leaves > 1
ORDER BY app, name;
