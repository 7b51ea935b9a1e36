-- A condition for each word.
-- @changes
CREATE INDEX event_search ON crush_lu_meetupevent
  USING gin (to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')));
-- @query
SELECT id, title,
  ts_rank(to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')), plainto_tsquery('french', 'jazz Clervaux')) AS rank
FROM crush_lu_meetupevent
WHERE to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) @@ to_tsquery('french', 'Clervaux')
  AND to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) @@ to_tsquery('french', 'jazz')
ORDER BY rank DESC, id
LIMIT 10;
