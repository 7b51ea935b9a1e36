-- The way without a long lock.
-- @changes
CREATE UNIQUE INDEX CONCURRENTLY one_crush_profile ON crush_lu_crushprofile (user_id);
ALTER TABLE crush_lu_crushprofile ADD CONSTRAINT one_crush_profile UNIQUE USING INDEX one_crush_profile;
CREATE UNIQUE INDEX CONCURRENTLY one_founder_profile ON entreprinder_entrepreneurprofile (user_id);
ALTER TABLE entreprinder_entrepreneurprofile ADD CONSTRAINT one_founder_profile UNIQUE USING INDEX one_founder_profile;
