-- @rejects: estimate
-- Declared, and empty until the next ANALYZE.
-- @changes
CREATE STATISTICS profile_place (dependencies) ON location, canton, postal_code FROM crush_lu_crushprofile;
