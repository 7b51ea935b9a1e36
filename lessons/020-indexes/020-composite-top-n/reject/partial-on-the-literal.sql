-- @rejects: other-values
-- An index for this one conversation.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC) WHERE connection_id = 7920;
