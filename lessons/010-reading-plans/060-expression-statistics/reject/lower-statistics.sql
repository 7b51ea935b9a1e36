-- @rejects: estimate
-- Statistics of another expression than the one in the request.
-- @changes
CREATE STATISTICS profile_location_lower ON (LOWER(location)) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
