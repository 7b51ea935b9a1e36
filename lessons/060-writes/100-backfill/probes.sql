-- @probe more pending invitations
UPDATE crush_lu_eventinvitation SET status = 'pending' WHERE guest_name = 'Mia Lentz';
-- @probe none
DELETE FROM crush_lu_eventinvitation WHERE guest_name = 'Mia Lentz';
