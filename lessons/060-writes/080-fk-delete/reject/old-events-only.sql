-- @rejects: buffers
-- Covers the events that are deleted tonight.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (event_id) WHERE event_id < 600;
