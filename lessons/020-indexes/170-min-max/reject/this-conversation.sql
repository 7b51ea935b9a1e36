-- @rejects: other-values
-- One conversation, one index.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at) WHERE connection_id = 7920;
