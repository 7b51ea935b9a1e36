-- @changes
CREATE INDEX invitation_by_code ON crush_lu_eventinvitation (invitation_code);
