-- @rejects: buffers
-- The right columns in the wrong order.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC, connection_id);
