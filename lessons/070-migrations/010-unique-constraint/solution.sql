-- @changes
DELETE FROM crush_lu_eventinvitation a
USING crush_lu_eventinvitation b
WHERE a.event_id = b.event_id AND a.guest_email = b.guest_email AND a.id > b.id;
ALTER TABLE crush_lu_eventinvitation ADD CONSTRAINT unique_invitation UNIQUE (event_id, guest_email);
