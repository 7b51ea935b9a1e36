-- @rejects: blocking
-- What Django’s AddIndex does in an atomic migration.
-- @query
BEGIN;
CREATE INDEX message_sent_at ON crush_lu_connectionmessage (sent_at);
COMMIT;
