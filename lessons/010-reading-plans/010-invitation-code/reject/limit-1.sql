-- @rejects: rows
-- get() fails where two invitations have one code; with LIMIT 1 nobody notices.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (invitation_code);
-- @query
SELECT id, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at
FROM crush_lu_eventinvitation WHERE invitation_code = '38c79eb370340a08a083bacc527da78e' LIMIT 1;
