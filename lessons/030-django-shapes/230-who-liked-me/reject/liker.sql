-- @rejects: buffers
-- The column that the unique index already begins with.
-- @changes
CREATE INDEX ON entreprinder_like (liker_id);
