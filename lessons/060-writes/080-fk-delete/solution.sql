-- @changes
CREATE INDEX crush_lu_eventinvitation_event_id ON crush_lu_eventinvitation (event_id);
