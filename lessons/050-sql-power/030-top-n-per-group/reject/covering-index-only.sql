-- @rejects: rows-read
-- The whole index in place of the whole table.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress (journey_id, total_points DESC, id) INCLUDE (user_id);
