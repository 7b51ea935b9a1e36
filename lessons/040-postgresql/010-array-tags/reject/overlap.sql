-- @rejects: rows
-- && finds activities with one of the tags.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE tags && ARRAY['escalade', 'spa']::varchar(50)[];
