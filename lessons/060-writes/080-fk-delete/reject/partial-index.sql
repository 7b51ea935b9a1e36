-- @rejects: buffers
-- The check asks for invitations of any status; a partial index cannot answer that.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (event_id) WHERE status = 'pending';
