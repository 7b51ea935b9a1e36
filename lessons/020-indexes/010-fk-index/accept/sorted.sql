-- Filter and order in one index: there is nothing left to sort.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_connectionmessage (connection_id, sent_at);
