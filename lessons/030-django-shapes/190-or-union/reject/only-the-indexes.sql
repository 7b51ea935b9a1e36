-- @rejects: buffers
-- The indexes without the rewrite: an OR cannot be read from two of them in order.
-- @changes
CREATE INDEX ON crush_lu_eventconnection (user1_id, created_at);
CREATE INDEX ON crush_lu_eventconnection (user2_id, created_at);
