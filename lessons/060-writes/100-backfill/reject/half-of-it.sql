-- @rejects: state
-- Forgets the second half.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id <= 6000;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 6000 AND id <= 12000;
VACUUM crush_lu_eventinvitation;
