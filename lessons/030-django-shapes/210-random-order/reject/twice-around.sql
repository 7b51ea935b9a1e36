-- @rejects: rows
-- The second part begins anew without an end: with few founders the same ones come twice.
-- @query
SELECT id, company, industry
FROM (
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   WHERE id >= 3127 ORDER BY id LIMIT 5)
  UNION ALL
  (SELECT id, company, industry FROM entreprinder_entrepreneurprofile
   ORDER BY id LIMIT 5)
) AS found
ORDER BY id < 3127, id
LIMIT 5;
