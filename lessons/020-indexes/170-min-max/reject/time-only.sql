-- @rejects: other-values
-- Walks back through the messages of everybody until it meets one of this conversation: a long way where it has been silent for years.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC, connection_id);
