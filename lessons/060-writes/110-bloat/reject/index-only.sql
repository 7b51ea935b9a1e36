-- @rejects: relation-size
-- Reads a copy of the rows by an index; the table stays what it is.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sender_id) INCLUDE (message);
VACUUM crush_lu_connectionmessage;
