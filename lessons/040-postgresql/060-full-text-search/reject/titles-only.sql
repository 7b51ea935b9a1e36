-- @rejects: rows
-- Small and quick, and blind to the descriptions.
-- @changes
CREATE INDEX ON crush_lu_meetupevent USING gin (to_tsvector('french', title));
-- @query
SELECT id, title, ts_rank(to_tsvector('french', title), plainto_tsquery('french', 'Clervaux jazz')) AS rank FROM crush_lu_meetupevent
WHERE to_tsvector('french', title) @@ plainto_tsquery('french', 'Clervaux jazz') ORDER BY rank DESC, id LIMIT 10;
