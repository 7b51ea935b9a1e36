-- @changes
CREATE STATISTICS profile_location_upper ON (UPPER(location::text)) FROM crush_lu_crushprofile;
ANALYZE crush_lu_crushprofile;
