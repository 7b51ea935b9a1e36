-- @rejects: estimate
-- More about the column, nothing about the expression.
-- @changes
ALTER TABLE crush_lu_crushprofile ALTER COLUMN location SET STATISTICS 1000;
ANALYZE crush_lu_crushprofile;
