-- The direction does not matter.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at DESC) WHERE read_at IS NULL;
