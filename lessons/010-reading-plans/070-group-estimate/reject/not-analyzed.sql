-- @rejects: estimate
-- Declared and empty.
-- @changes
CREATE STATISTICS profile_places (ndistinct) ON location, canton, postal_code FROM crush_lu_crushprofile;
