-- @probe more pending invitations
UPDATE crush_lu_eventinvitation SET status = 'pending' WHERE guest_name = 'Nathalie Steichen';
-- @probe none
DELETE FROM crush_lu_eventinvitation WHERE guest_name = 'Nathalie Steichen';
