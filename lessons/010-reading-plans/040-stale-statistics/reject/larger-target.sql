-- @rejects: estimate
-- A larger sample, but only for the next ANALYZE.
-- @changes
ALTER TABLE crush_lu_notification ALTER COLUMN status SET STATISTICS 1000;
