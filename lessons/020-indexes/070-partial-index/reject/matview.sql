-- @rejects: kept-results
-- A copy of the unread messages.
-- @changes
CREATE MATERIALIZED VIEW unread AS SELECT id, connection_id, sent_at FROM crush_lu_connectionmessage WHERE read_at IS NULL;
CREATE INDEX ON unread (sent_at);
-- @query
SELECT id, connection_id, sent_at FROM unread WHERE sent_at < '2025-05-01' ORDER BY sent_at DESC LIMIT 50;
