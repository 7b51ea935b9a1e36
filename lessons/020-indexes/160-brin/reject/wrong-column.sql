-- @rejects: buffers
-- Conversations are spread all over the table, so no range can be left out.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage USING brin (connection_id) WITH (pages_per_range = 16);
