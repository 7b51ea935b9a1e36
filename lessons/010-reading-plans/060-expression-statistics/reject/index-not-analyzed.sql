-- @rejects: estimate
-- The index is there, and its expression has not been analyzed.
-- @changes
CREATE INDEX ON crush_lu_crushprofile (UPPER(location));
