-- @rejects: settings
-- The sort is not the problem, the rows below it are.
-- @changes
SET enable_incremental_sort = off;
