-- Carries all columns of the page, so that the table is not visited at all.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at) INCLUDE (id, sender_id, message);
