-- @changes
CREATE INDEX invitation_by_event ON crush_lu_eventinvitation (event_id);
