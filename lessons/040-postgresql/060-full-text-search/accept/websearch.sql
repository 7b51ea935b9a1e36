-- As on the web: websearch_to_tsquery, which gives the same query for plain words.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN words tsvector
  GENERATED ALWAYS AS (to_tsvector('french'::regconfig, title || ' ' || description)) STORED;
CREATE INDEX CONCURRENTLY ON crush_lu_meetupevent USING gin (words);
-- @query
SELECT e.id, e.title, ts_rank(e.words, q) AS rank
FROM crush_lu_meetupevent e, websearch_to_tsquery('french', 'Clervaux jazz') AS q
WHERE e.words @@ q
ORDER BY rank DESC, e.id
LIMIT 10;
