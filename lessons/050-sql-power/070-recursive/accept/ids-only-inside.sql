-- The recursion carries ids, the rows are joined at the end.
-- @query
WITH RECURSIVE chain (id, step) AS (
  SELECT 36::bigint, 1
  UNION ALL
  SELECT c.prerequisite_id, step + 1 FROM chain JOIN crush_lu_journeychapter c USING (id) WHERE c.prerequisite_id IS NOT NULL
)
SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id
FROM chain JOIN crush_lu_journeychapter c USING (id)
ORDER BY chain.step;
