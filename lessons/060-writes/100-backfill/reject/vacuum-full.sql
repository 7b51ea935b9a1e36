-- @rejects: no-rewrite
-- Small in the end, by locking the table.
-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code);
VACUUM FULL crush_lu_eventinvitation;
