-- The new index begins with the foreign key, so the old one is redundant and may go.
-- @changes
CREATE INDEX CONCURRENTLY message_by_connection ON crush_lu_connectionmessage (connection_id, sent_at DESC) INCLUDE (sender_id);
DROP INDEX crush_lu_connectionmessage_connection_id_8cce4caf;
