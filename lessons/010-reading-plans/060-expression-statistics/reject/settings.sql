-- @rejects: settings
-- @changes
CREATE STATISTICS profile_location_upper ON (UPPER(location)) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
ALTER DATABASE postgres SET enable_nestloop = off;
