-- Built without blocking writes, and carrying a second column.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventinvitation (invitation_code, status);
ANALYZE crush_lu_eventinvitation;
