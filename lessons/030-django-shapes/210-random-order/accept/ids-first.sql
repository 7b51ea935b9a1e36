-- Finds the ids first and joins the profiles to them.
-- @query
SELECT p.id, p.company, p.industry
FROM (
  (SELECT id FROM entreprinder_entrepreneurprofile WHERE id >= 3127 ORDER BY id LIMIT 5)
  UNION ALL
  (SELECT id FROM entreprinder_entrepreneurprofile WHERE id < 3127 ORDER BY id LIMIT 5)
) AS found
JOIN entreprinder_entrepreneurprofile p ON p.id = found.id
ORDER BY (p.id < 3127), p.id
LIMIT 5;
