-- @rejects: other-values
-- The right columns in the wrong order: good enough for a busy conversation, slow for the others.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC, connection_id);
