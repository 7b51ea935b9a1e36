-- @rejects: buffers
-- The request does not imply this predicate.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE read_at IS NOT NULL;
