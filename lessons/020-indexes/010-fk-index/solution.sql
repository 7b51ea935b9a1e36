-- @changes
CREATE INDEX message_connection ON crush_lu_connectionmessage (connection_id);
