-- @rejects: buffers
-- The plan was never the problem.
-- @changes
CREATE INDEX ON crush_lu_meetupevent (id) INCLUDE (title);
