-- The array as a text constant, the condition the other way round, and entries written at once.
-- @changes
CREATE INDEX CONCURRENTLY activity_tags ON crush_lu_globalactivityoption USING gin (tags) WITH (fastupdate = off);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption WHERE '{escalade,spa}' <@ tags;
