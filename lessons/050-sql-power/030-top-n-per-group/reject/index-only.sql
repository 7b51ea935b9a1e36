-- @rejects: buffers
-- The right index, and still every row is numbered.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points DESC, id);
