-- Numbered within each pair, the first one stays.
-- @changes
DELETE FROM crush_lu_eventinvitation WHERE id IN (
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY event_id, guest_email ORDER BY id) AS nth FROM crush_lu_eventinvitation
  ) numbered WHERE nth > 1
);
CREATE UNIQUE INDEX CONCURRENTLY unique_invitation ON crush_lu_eventinvitation (event_id, guest_email);
ALTER TABLE crush_lu_eventinvitation ADD CONSTRAINT unique_invitation UNIQUE USING INDEX unique_invitation;
