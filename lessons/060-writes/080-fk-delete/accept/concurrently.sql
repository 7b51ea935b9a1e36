-- @changes
CREATE INDEX CONCURRENTLY invitation_event ON crush_lu_eventinvitation (event_id);
