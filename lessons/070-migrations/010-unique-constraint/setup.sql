-- Nothing keeps an address from being invited twice to the same event, and a double click has done it often.
INSERT INTO crush_lu_eventinvitation (event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at)
SELECT event_id, invited_by_id, guest_email, guest_name, md5(invitation_code), 'pending', sent_at + interval '2 seconds', NULL
FROM crush_lu_eventinvitation WHERE id % 400 = 0 ORDER BY id;
INSERT INTO crush_lu_eventinvitation (event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at)
SELECT event_id, invited_by_id, guest_email, guest_name, md5(invitation_code || 'x'), 'pending', sent_at + interval '3 seconds', NULL
FROM crush_lu_eventinvitation WHERE id % 2000 = 0 AND id <= 24000 ORDER BY id;
ANALYZE crush_lu_eventinvitation;
