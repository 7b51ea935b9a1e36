-- @rejects: index
-- The other join stays.
-- @changes
CREATE UNIQUE INDEX ON crush_lu_crushprofile (user_id);
