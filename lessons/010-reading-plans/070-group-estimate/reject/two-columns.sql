-- @rejects: estimate
-- Two of the three columns; the third is multiplied again.
-- @changes
CREATE STATISTICS profile_places (ndistinct) ON location, canton FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
