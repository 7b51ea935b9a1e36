-- @rejects: settings
-- @changes
SET enable_indexscan = off;
