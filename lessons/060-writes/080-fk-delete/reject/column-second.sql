-- @rejects: buffers
-- The check knows the event and not the status.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (status, sent_at, event_id);
