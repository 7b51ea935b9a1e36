-- @rejects: buffers
-- No index gets behind the fence.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sender_id, sent_at);
