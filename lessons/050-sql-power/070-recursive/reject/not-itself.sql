-- @rejects: rows
-- Begins with the prerequisite and forgets the chapter.
-- @query
WITH RECURSIVE chain AS (
  SELECT p.*, 0 AS depth FROM crush_lu_journeychapter c JOIN crush_lu_journeychapter p ON p.id = c.prerequisite_id WHERE c.id = 36
  UNION ALL
  SELECT c.*, chain.depth + 1 FROM chain JOIN crush_lu_journeychapter c ON c.id = chain.prerequisite_id
)
SELECT id, journey_id, chapter_number, title, prerequisite_id FROM chain ORDER BY depth;
