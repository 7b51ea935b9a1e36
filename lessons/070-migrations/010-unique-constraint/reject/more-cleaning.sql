-- @rejects: base-data
-- Cleans up elsewhere, too.
-- @changes
DELETE FROM crush_lu_eventinvitation a USING crush_lu_eventinvitation b WHERE a.event_id = b.event_id AND a.guest_email = b.guest_email AND a.id > b.id;
ALTER TABLE crush_lu_eventinvitation ADD UNIQUE (event_id, guest_email);
TRUNCATE crush_lu_journeyreward;
UPDATE crush_lu_meetupevent SET title = 'x';
