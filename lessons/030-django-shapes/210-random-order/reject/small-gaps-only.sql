-- @rejects: rows
-- Goes on from the beginning although there are founders behind a gap of 500.
-- @query
SELECT id, company, industry
FROM (
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   WHERE id BETWEEN 3127 AND 3626 ORDER BY id LIMIT 5)
  UNION ALL
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   WHERE id < 3127 ORDER BY id LIMIT 5)
) AS found
ORDER BY id < 3127, id
LIMIT 5;
