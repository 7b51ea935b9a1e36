-- @rejects: relation-size
-- Hides the bloat from this one query.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code);
CREATE INDEX ON crush_lu_eventinvitation (guest_name, status);
