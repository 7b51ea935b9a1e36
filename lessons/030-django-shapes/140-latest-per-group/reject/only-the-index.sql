-- @rejects: buffers
-- Cheaper, but the question is still asked for every submission instead of for every profile.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, submitted_at DESC, id DESC) INCLUDE (status);
