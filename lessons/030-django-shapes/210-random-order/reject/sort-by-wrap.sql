-- @rejects: buffers
-- The right order, computed and sorted for every founder.
-- @query
SELECT id, company, industry FROM entreprinder_entrepreneurprofile
ORDER BY id < 3127, id LIMIT 5;
