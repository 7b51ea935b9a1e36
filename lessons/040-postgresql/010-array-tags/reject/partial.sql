-- @rejects: other-values
-- An index for these two tags.
-- @changes
CREATE INDEX ON crush_lu_globalactivityoption (id) WHERE tags @> ARRAY['escalade', 'spa']::varchar(50)[];
