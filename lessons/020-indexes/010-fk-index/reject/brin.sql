-- @rejects: buffers
-- BRIN needs a column that follows the order of the rows; every range of pages has messages of all conversations.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (connection_id);
