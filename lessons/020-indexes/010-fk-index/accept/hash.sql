-- A hash index knows equality only, and that is all this request asks for.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING hash (connection_id);
