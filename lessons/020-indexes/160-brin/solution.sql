-- @changes
CREATE INDEX message_sent_brin ON crush_lu_connectionmessage USING brin (sent_at) WITH (pages_per_range = 16);
