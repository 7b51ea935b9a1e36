-- @rejects: index
-- Clean today, and open to the next double click.
-- @changes
DELETE FROM crush_lu_eventinvitation a
USING crush_lu_eventinvitation b
WHERE a.event_id = b.event_id AND a.guest_email = b.guest_email AND a.id > b.id;
CREATE INDEX ON crush_lu_eventinvitation (event_id, guest_email);
