-- Batches spread over the whole table.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id % 5 = 0;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id % 5 = 1;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id % 5 = 2;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id % 5 = 3;
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id % 5 = 4;
VACUUM crush_lu_eventinvitation;
