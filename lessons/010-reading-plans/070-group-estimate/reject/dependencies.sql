-- @rejects: estimate
-- The kinds for WHERE clauses: no help for GROUP BY.
-- @changes
CREATE STATISTICS profile_places (dependencies, mcv) ON location, canton, postal_code FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
