-- @rejects: relation-size
-- VACUUM frees the space inside the file, and the file stays as long as it has grown.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code);
VACUUM crush_lu_eventinvitation;
