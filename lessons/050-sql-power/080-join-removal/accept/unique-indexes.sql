-- Unique indexes without a constraint, in place of the old ones.
-- @changes
CREATE UNIQUE INDEX CONCURRENTLY one_crush_profile ON crush_lu_crushprofile (user_id);
CREATE UNIQUE INDEX CONCURRENTLY one_founder_profile ON entreprinder_entrepreneurprofile (user_id);
DROP INDEX crush_lu_crushprofile_user_id;
DROP INDEX entreprinder_entrepreneurprofile_user_id;
