-- All kinds at once; ndistinct is among them.
-- @changes
CREATE STATISTICS profile_places ON postal_code, canton, location FROM crush_lu_crushprofile;
VACUUM ANALYZE crush_lu_crushprofile;
