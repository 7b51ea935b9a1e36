-- The index on the foreign key alone is redundant then.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at) INCLUDE (sender_id);
DROP INDEX crush_lu_connectionmessage_connection_id_8cce4caf;
