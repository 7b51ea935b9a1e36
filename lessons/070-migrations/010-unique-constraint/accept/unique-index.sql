-- A unique index without a constraint over it refuses duplicates just as well.
-- @changes
DELETE FROM crush_lu_eventinvitation
WHERE id NOT IN (SELECT min(id) FROM crush_lu_eventinvitation GROUP BY event_id, guest_email);
CREATE UNIQUE INDEX ON crush_lu_eventinvitation (guest_email, event_id);
