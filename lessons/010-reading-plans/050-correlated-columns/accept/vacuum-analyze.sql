-- @changes
CREATE STATISTICS profile_place (dependencies, mcv) ON location, canton, postal_code FROM crush_lu_crushprofile;
VACUUM ANALYZE crush_lu_crushprofile;
