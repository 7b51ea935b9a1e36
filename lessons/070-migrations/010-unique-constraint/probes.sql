-- @probe the guest has answered
UPDATE crush_lu_eventinvitation SET status = 'accepted' WHERE id = 4000;
-- @probe the invitation is withdrawn
DELETE FROM crush_lu_eventinvitation WHERE id > 3990 AND id <= 4000;
