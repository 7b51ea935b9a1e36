-- @query
SELECT id, title,
  ts_rank(to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')), plainto_tsquery('french', 'Clervaux jazz')) AS rank
FROM crush_lu_meetupevent
WHERE to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')) @@ plainto_tsquery('french', 'Clervaux jazz')
ORDER BY rank DESC, id
LIMIT 10;
