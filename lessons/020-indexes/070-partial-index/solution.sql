-- @changes
CREATE INDEX message_unread ON crush_lu_connectionmessage (sent_at) WHERE read_at IS NULL;
