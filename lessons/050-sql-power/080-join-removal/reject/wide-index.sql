-- @rejects: buffers
-- Unique with the id beside it: that is always true and says nothing about user_id.
-- @changes
CREATE UNIQUE INDEX ON crush_lu_crushprofile (user_id, id);
CREATE UNIQUE INDEX ON entreprinder_entrepreneurprofile (user_id, id);
