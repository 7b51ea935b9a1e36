-- @rejects: other-values
-- An index for this one search.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (id) WHERE to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) @@ plainto_tsquery('french'::regconfig, 'Clervaux jazz');
