-- @rejects: buffers
-- Whole documents in order.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (completed_challenges);
