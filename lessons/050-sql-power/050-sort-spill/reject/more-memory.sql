-- @rejects: settings
-- Sixteen times the memory for every sort of the session.
-- @changes
SET work_mem = '64MB';
