-- @rejects: buffers
-- The planner does not rely on a constraint that may be broken for a while.
-- @changes
ALTER TABLE crush_lu_crushprofile ADD CONSTRAINT one_crush_profile UNIQUE (user_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE entreprinder_entrepreneurprofile ADD CONSTRAINT one_founder_profile UNIQUE (user_id) DEFERRABLE INITIALLY DEFERRED;
