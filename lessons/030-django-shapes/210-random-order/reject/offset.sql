-- @rejects: rows
-- Position 3127 is not id 3127, and counting to it reads all rows before.
-- @query
SELECT id, company, industry FROM entreprinder_entrepreneurprofile
ORDER BY id OFFSET 3126 LIMIT 5;
