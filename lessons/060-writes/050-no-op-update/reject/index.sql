-- @rejects: buffers
-- Finding the rows was never the dear part, and one more index makes each write dearer.
-- @changes
CREATE INDEX ON crush_lu_profilesubmission (profile_id, reviewed_at) WHERE status = 'approved';
