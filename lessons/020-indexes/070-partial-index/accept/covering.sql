-- Carries the other columns, so that the table need not be visited once it is vacuumed.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (sent_at) INCLUDE (id, connection_id) WHERE read_at IS NULL;
VACUUM crush_lu_connectionmessage;
