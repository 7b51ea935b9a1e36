-- @rejects: rows-read
-- Included columns are not sorted: all entries of the conversation are read.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id) INCLUDE (sent_at);
