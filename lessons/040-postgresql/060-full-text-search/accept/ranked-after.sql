-- The expression index finds, an outer query ranks.
-- @changes
CREATE INDEX event_words ON crush_lu_meetupevent USING gin (to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, ''))) WITH (fastupdate = off);
-- @query
WITH found AS (
  SELECT id, title, to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) AS words
  FROM crush_lu_meetupevent
  WHERE to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) @@ plainto_tsquery('french', 'Clervaux jazz')
)
SELECT id, title, ts_rank(words, plainto_tsquery('french', 'Clervaux jazz')) AS rank
FROM found ORDER BY rank DESC, id LIMIT 10;
