-- @rejects: buffers
-- The right index, and a condition that it does not serve: = ANY(column) is no array operator.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags);
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE 'escalade' = ANY (tags) AND 'spa' = ANY (tags);
