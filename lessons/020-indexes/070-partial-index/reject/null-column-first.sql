-- @rejects: buffers
-- IS NULL is no equality to the planner: behind read_at the entries do not count as sorted by sent_at.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (read_at, sent_at) WHERE read_at IS NULL;
