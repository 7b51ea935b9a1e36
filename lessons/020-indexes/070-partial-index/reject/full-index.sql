-- @rejects: index-size
-- Quick, but it holds all messages.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (read_at, sent_at);
