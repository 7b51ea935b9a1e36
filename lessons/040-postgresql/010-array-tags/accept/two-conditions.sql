-- One condition for each tag.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE tags @> ARRAY['escalade']::varchar[] AND tags @> ARRAY['spa']::varchar[];
