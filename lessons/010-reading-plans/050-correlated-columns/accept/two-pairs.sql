-- The town decides the canton, and the town decides the postal code: two statistics of two columns.
-- @changes
CREATE STATISTICS town_canton (dependencies) ON location, canton FROM crush_lu_crushprofile;
CREATE STATISTICS town_code (dependencies) ON location, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
