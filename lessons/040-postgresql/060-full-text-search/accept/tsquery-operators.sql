-- The query written with its operators.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, ''))) STORED; CREATE INDEX ON crush_lu_meetupevent USING gin (search);
-- @query
SELECT id, title, ts_rank(search, to_tsquery('french', 'Clervaux & jazz')) AS rank FROM crush_lu_meetupevent WHERE search @@ to_tsquery('french', 'Clervaux & jazz') ORDER BY rank DESC, id LIMIT 10;
