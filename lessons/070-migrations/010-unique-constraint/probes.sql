-- @probe the guest has answered
UPDATE crush_lu_eventinvitation SET status = 'accepted' WHERE id = 4000;
-- @probe the invitation is withdrawn
DELETE FROM crush_lu_eventinvitation WHERE id > 3990 AND id <= 4000;
-- @probe before the changes: other invitations were sent twice
UPDATE crush_lu_eventinvitation SET (event_id, guest_email) = (SELECT event_id, guest_email FROM crush_lu_eventinvitation WHERE id = 100) WHERE id IN (50, 777, 20001);
DELETE FROM crush_lu_eventinvitation WHERE id % 800 = 0 AND id <> 4000;
