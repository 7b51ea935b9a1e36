-- @rejects: buffers
-- Everything in indexes does not help an OR over two tables.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sender_id, id, sent_at);
