-- @query
WITH leaves AS (
  SELECT DISTINCT app, name
  FROM django_migration_graph node
  WHERE NOT EXISTS (
    SELECT 1 FROM django_migration_graph later
    WHERE later.app = node.app AND later.needs_app = node.app AND later.needs_name = node.name
  )
)
SELECT app, name
FROM leaves
WHERE app IN (SELECT app FROM leaves GROUP BY app HAVING COUNT(*) > 1)
ORDER BY app, name;
