-- @rejects: rows
-- English stems do not match French ones.
-- @changes
ALTER TABLE crush_lu_meetupevent ADD COLUMN search tsvector
  GENERATED ALWAYS AS (to_tsvector('english', COALESCE(title, '') || ' ' || COALESCE(description, ''))) STORED;
CREATE INDEX ON crush_lu_meetupevent USING gin (search);
-- @query
SELECT id, title, ts_rank(search, plainto_tsquery('english', 'Clervaux jazz')) AS rank FROM crush_lu_meetupevent
WHERE search @@ plainto_tsquery('english', 'Clervaux jazz') ORDER BY rank DESC, id LIMIT 10;
