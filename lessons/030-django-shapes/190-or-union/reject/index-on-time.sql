-- @rejects: other-values
-- Walks all connections by time: quick for the busiest member only.
-- @changes
CREATE INDEX ON crush_lu_eventconnection (created_at);
