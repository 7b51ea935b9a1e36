-- @changes
CREATE STATISTICS profile_places (ndistinct) ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
