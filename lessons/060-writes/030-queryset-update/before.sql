-- @query
SELECT i.id, i.event_id, i.invited_by_id, i.guest_email, i.guest_name, i.invitation_code, i.status, i.sent_at, i.responded_at
FROM crush_lu_eventinvitation i
INNER JOIN crush_lu_meetupevent e ON (i.event_id = e.id)
WHERE i.status = 'pending' AND e.event_date < '2022-06-01';
-- @for-each-row
UPDATE crush_lu_eventinvitation
SET event_id = :event_id, invited_by_id = :invited_by_id, guest_email = :guest_email, guest_name = :guest_name,
    invitation_code = :invitation_code, status = 'expired', sent_at = :sent_at, responded_at = :responded_at
WHERE id = :id;
