-- @rejects: settings
-- Forces the index that the planner refuses: more buffers, not fewer.
-- @changes
CREATE INDEX auth_user_is_active ON auth_user (is_active);
SET enable_seqscan = off;
