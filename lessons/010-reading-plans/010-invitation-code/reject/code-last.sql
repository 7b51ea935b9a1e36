-- @rejects: buffers
-- The column stands second, behind one that the request does not name.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (sent_at, invitation_code);
