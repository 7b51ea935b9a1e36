-- @rejects: rows
-- Ids have gaps: not every number is a founder.
-- @query
SELECT id, company, industry FROM entreprinder_entrepreneurprofile
WHERE id BETWEEN 3127 AND 3131 ORDER BY id;
