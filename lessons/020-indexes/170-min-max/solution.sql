-- @changes
CREATE INDEX message_by_connection ON crush_lu_connectionmessage (connection_id, sent_at);
