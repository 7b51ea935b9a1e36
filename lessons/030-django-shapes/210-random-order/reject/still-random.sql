-- @rejects: rows
-- Fewer rows to sort, and another answer each time.
-- @query
SELECT id, company, industry FROM entreprinder_entrepreneurprofile TABLESAMPLE SYSTEM (10)
ORDER BY random() LIMIT 5;
