-- @rejects: rows
-- Near the end of the table there are fewer than five.
-- @query
SELECT id, company, industry FROM entreprinder_entrepreneurprofile
WHERE id >= 3127 ORDER BY id LIMIT 5;
