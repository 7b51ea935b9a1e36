-- @rejects: rows
-- A column that is filled once and not kept up.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN search tsvector;
UPDATE crush_lu_meetupevent SET search = to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, ''));
VACUUM ANALYZE crush_lu_meetupevent;
CREATE INDEX ON crush_lu_meetupevent USING gin (search);
-- @query
SELECT id, title, ts_rank(search, plainto_tsquery('french', 'Clervaux jazz')) AS rank FROM crush_lu_meetupevent
WHERE search @@ plainto_tsquery('french', 'Clervaux jazz') ORDER BY rank DESC, id LIMIT 10;
