-- @rejects: kept-results
-- Keeps the rows in a table of its own.
-- @changes
CREATE TABLE last_messages AS
SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage
WHERE connection_id = 7920 ORDER BY sent_at DESC LIMIT 20;
-- @query
SELECT id, sender_id, message, sent_at FROM last_messages ORDER BY sent_at DESC LIMIT 20;
