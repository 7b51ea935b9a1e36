-- @rejects: rows
-- All sort orders are positive, so far.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption USING gin (tags) WHERE sort_order >= 0;
-- @query
SELECT id, display_name, canton FROM crush_lu_globalactivityoption
WHERE tags @> ARRAY['escalade', 'spa']::varchar(50)[] AND sort_order >= 0;
