-- @rejects: index-size
-- Quick, and far larger than a weekly report is worth.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at);
