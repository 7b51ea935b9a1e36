-- @rejects: settings
-- @changes
SET enable_hashjoin = off;
SET enable_mergejoin = off;
