-- @changes
CREATE INDEX activity_tags ON crush_lu_globalactivityoption USING gin (tags);
