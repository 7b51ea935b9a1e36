-- @rejects: hard-coded
-- There will be more than 1,000.
-- @query
SELECT 1001::bigint AS "__count";
