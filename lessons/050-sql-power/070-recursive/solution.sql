-- @query
WITH RECURSIVE chain AS (
  SELECT id, journey_id, chapter_number, title, prerequisite_id, 0 AS depth
  FROM crush_lu_journeychapter
  WHERE id = 36
  UNION ALL
  SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id, chain.depth + 1
  FROM chain
  JOIN crush_lu_journeychapter c ON c.id = chain.prerequisite_id
)
SELECT id, journey_id, chapter_number, title, prerequisite_id
FROM chain
ORDER BY depth;
