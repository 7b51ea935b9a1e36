-- An index on an expression brings statistics of the expression with it.
-- @changes
CREATE INDEX ON crush_lu_crushprofile (UPPER(location::text));
ANALYZE crush_lu_crushprofile;
