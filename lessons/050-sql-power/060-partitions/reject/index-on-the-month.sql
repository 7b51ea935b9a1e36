-- @rejects: buffers
-- An index in every partition, looked into one by one.
-- @changes
CREATE INDEX ON crush_lu_message_archive (DATE_TRUNC('month', sent_at AT TIME ZONE 'UTC'));
