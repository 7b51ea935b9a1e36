-- @rejects: state
-- One invitation for each address, whatever the event.
-- @changes
DELETE FROM crush_lu_eventinvitation
WHERE id NOT IN (SELECT min(id) FROM crush_lu_eventinvitation GROUP BY guest_email);
ALTER TABLE crush_lu_eventinvitation ADD CONSTRAINT unique_invitation UNIQUE (event_id, guest_email);
