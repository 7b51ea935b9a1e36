-- All migrations less those that another one of the same app needs.
-- @query
WITH leaf AS (
  SELECT app, name FROM django_migration_graph
  EXCEPT
  SELECT needs_app, needs_name FROM django_migration_graph WHERE needs_app = app
)
SELECT l.app, l.name FROM leaf l
WHERE EXISTS (SELECT 1 FROM leaf other WHERE other.app = l.app AND other.name <> l.name)
ORDER BY l.app, l.name;
