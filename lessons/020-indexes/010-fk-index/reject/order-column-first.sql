-- @rejects: buffers
-- The column of the ORDER BY first: the whole index has to be read to find one conversation.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at, connection_id);
