-- @rejects: rows
-- An index on an expression, and a request that ignores the case.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (upper(invitation_code));
-- @query
SELECT id, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at
FROM crush_lu_eventinvitation
WHERE upper(invitation_code) = upper('38c79eb370340a08a083bacc527da78e')
LIMIT 21;
