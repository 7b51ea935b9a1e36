-- The order by SEARCH, and a guard against cycles.
-- @query
WITH RECURSIVE chain AS (
  SELECT id, journey_id, chapter_number, title, prerequisite_id FROM crush_lu_journeychapter WHERE id = 36
  UNION ALL
  SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id
  FROM chain JOIN crush_lu_journeychapter c ON c.id = chain.prerequisite_id
) SEARCH BREADTH FIRST BY id SET walk CYCLE id SET again USING path
SELECT id, journey_id, chapter_number, title, prerequisite_id FROM chain WHERE NOT again ORDER BY walk;
