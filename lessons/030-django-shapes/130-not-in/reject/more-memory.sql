-- @rejects: settings
-- The hash table fits now, and the answer is still empty.
-- @changes
SET work_mem = '64MB';
