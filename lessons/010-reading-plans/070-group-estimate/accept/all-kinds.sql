-- All kinds at once; ndistinct is among them.
-- @changes
CREATE STATISTICS ON postal_code, canton, location FROM crush_lu_crushprofile;
VACUUM ANALYZE crush_lu_crushprofile;
