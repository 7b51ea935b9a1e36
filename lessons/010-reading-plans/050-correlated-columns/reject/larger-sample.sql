-- @rejects: estimate
-- A larger sample of each column says nothing about the columns together.
-- @changes
ALTER TABLE crush_lu_crushprofile ALTER COLUMN location SET STATISTICS 1000;
ALTER TABLE crush_lu_crushprofile ALTER COLUMN canton SET STATISTICS 1000;
ANALYZE crush_lu_crushprofile;
