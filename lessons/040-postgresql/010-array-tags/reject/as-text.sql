-- @rejects: rows
-- Searches the tags as one text.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE array_to_string(tags, ',') LIKE '%escalade%' AND array_to_string(tags, ',') LIKE '%spa%';
