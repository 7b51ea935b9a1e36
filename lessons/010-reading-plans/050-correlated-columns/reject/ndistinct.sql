-- @rejects: estimate
-- The kind that counts groups: no help for a WHERE clause.
-- @changes
CREATE STATISTICS profile_place (ndistinct) ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
