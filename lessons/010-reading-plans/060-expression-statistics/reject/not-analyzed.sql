-- @rejects: estimate
-- @changes
CREATE STATISTICS profile_location_upper ON (UPPER(location)) FROM crush_lu_crushprofile;
