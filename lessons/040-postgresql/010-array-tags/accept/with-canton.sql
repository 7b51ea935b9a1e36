-- One index for tags and canton.
-- @changes
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags, canton);
