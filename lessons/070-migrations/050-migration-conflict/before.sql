-- @query
SELECT DISTINCT app, name FROM django_migration_graph ORDER BY app, name;
-- @for-each-row
SELECT id, app, name FROM django_migration_graph
WHERE needs_app = :app AND needs_name = :name AND app = :app;
