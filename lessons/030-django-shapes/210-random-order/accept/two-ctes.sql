-- What follows, then what comes from the beginning.
-- @query
WITH after AS (
  SELECT id, company, industry, 0 AS part FROM entreprinder_entrepreneurprofile
  WHERE id >= 3127 ORDER BY id LIMIT 5
), beginning AS (
  SELECT id, company, industry, 1 AS part FROM entreprinder_entrepreneurprofile
  WHERE id < 3127 ORDER BY id FETCH FIRST 5 ROWS ONLY
)
SELECT id, company, industry
FROM (TABLE after UNION ALL TABLE beginning) AS found
ORDER BY part, id LIMIT 5;
