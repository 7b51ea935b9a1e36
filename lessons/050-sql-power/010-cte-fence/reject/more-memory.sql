-- @rejects: settings
-- Keeps the copy of the table in memory.
-- @changes
SET work_mem = '256MB';
