-- The ascending index is walked backwards.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);
