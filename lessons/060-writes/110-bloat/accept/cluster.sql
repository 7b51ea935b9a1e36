-- Rewrites the table as well, in the order of an index.
-- @changes
CLUSTER crush_lu_connectionmessage USING crush_lu_connectionmessage_connection_id_8cce4caf;
ANALYZE crush_lu_connectionmessage;
