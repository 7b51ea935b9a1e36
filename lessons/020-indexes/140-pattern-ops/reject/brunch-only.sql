-- @rejects: other-values
-- An index for brunches.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (id) WHERE title::text LIKE 'Brunch in Wiltz%';
