-- @rejects: settings
-- Bends the planner for one session.
-- @changes
CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at);
SET enable_sort = off;
