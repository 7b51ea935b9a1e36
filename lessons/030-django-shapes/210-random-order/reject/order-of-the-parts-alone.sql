-- @rejects: rows
-- The outer ORDER BY says which part comes first, and nothing about the rows of a part.
-- @query
SELECT id, company, industry
FROM (
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   WHERE id >= 3127 ORDER BY id LIMIT 5)
  UNION ALL
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   WHERE id < 3127 ORDER BY id LIMIT 5)
) AS found
ORDER BY id < 3127
LIMIT 5;
