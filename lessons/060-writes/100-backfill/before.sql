-- @changes
UPDATE crush_lu_eventinvitation SET invitation_code = upper(invitation_code);
-- @query
SELECT id, guest_name, status
FROM crush_lu_eventinvitation
WHERE guest_name = 'Mia Lentz' AND status = 'pending'
ORDER BY id;
