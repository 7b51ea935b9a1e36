-- The most common combinations, with their shares.
-- @changes
CREATE STATISTICS profile_place (mcv) ON canton, location, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
