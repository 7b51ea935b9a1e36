-- @rejects: relation-size
-- Nothing is free for the next batch as long as nobody cleans up.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id <= 10000;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 10000 AND id <= 20000;
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code) WHERE id > 20000;
