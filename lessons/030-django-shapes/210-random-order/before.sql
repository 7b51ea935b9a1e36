-- @query
SELECT id, company, industry
FROM entreprinder_entrepreneurprofile
ORDER BY random()
LIMIT 5;
