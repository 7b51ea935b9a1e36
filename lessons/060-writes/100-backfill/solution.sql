-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id BETWEEN 1 AND 5000;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id BETWEEN 5001 AND 10000;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id BETWEEN 10001 AND 15000;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id BETWEEN 15001 AND 20000;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 20000;
VACUUM crush_lu_eventinvitation;
