-- @rejects: state
-- As many of the last rows as there are copies: right today, as the copies were made last.
-- @changes
DELETE FROM crush_lu_eventinvitation WHERE id > (SELECT count(*) FROM crush_lu_eventinvitation) - (SELECT count(*) - count(DISTINCT (event_id, guest_email)) FROM crush_lu_eventinvitation);
ALTER TABLE crush_lu_eventinvitation ADD UNIQUE (event_id, guest_email);
