-- @probe a merge migration
INSERT INTO django_migration_graph (app, name, needs_app, needs_name) VALUES
  ('crush_lu', '0018_merge', 'crush_lu', '0016_event_waitlist'), ('crush_lu', '0018_merge', 'crush_lu', '0017_language_index');
-- @probe a conflict of the first migrations
INSERT INTO django_migration_graph (app, name) VALUES ('blog', '0001_initial'), ('blog', '0001_start');
-- @probe three leaves
INSERT INTO django_migration_graph (app, name, needs_app, needs_name)
SELECT app, '0099_branch_' || part, app, min(name) FROM django_migration_graph, generate_series(1, 2) part WHERE app = 'vinsdelux' GROUP BY app, part;
