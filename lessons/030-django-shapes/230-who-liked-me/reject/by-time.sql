-- @rejects: buffers
-- Sorted by time, over all founders.
-- @changes
CREATE INDEX ON entreprinder_like (created_at DESC);
