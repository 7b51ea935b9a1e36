-- @query
SELECT id, display_name, canton
FROM crush_lu_globalactivityoption
WHERE tags @> ARRAY['escalade', 'spa']::varchar(50)[];
