-- @rejects: estimate
-- An index over three columns has no statistics of its own.
-- @changes
CREATE INDEX ON crush_lu_crushprofile (location, canton, postal_code);
ANALYZE crush_lu_crushprofile;
