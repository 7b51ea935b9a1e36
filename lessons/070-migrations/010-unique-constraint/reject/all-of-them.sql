-- @rejects: state
-- Deletes the original with its copies.
-- @changes
DELETE FROM crush_lu_eventinvitation WHERE (event_id, guest_email) IN (
  SELECT event_id, guest_email FROM crush_lu_eventinvitation GROUP BY event_id, guest_email HAVING count(*) > 1
);
ALTER TABLE crush_lu_eventinvitation ADD CONSTRAINT unique_invitation UNIQUE (event_id, guest_email);
