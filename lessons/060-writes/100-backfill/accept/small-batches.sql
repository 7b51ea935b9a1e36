-- Ten batches, and only rows that change.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id <= 2500 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 2500 AND id <= 5000 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 5000 AND id <= 7500 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 7500 AND id <= 10000 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 10000 AND id <= 12500 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 12500 AND id <= 15000 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 15000 AND id <= 17500 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 17500 AND id <= 20000 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 20000 AND id <= 22500 AND invitation_code <> upper(invitation_code);
VACUUM crush_lu_eventinvitation;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 22500 AND invitation_code <> upper(invitation_code);
