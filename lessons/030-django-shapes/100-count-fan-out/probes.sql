-- @probe the same guest is invited twice
INSERT INTO crush_lu_eventinvitation (id, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at)
SELECT id + 1000000, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at
FROM crush_lu_eventinvitation WHERE id <= 500;
-- @probe an event has invitations only
DELETE FROM crush_lu_eventregistration WHERE event_id IN (1, 2, 3);
