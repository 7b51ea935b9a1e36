-- @rejects: rows
-- Two invitations with one code are one row.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (invitation_code);
-- @query
SELECT DISTINCT ON (invitation_code) id, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at
FROM crush_lu_eventinvitation
WHERE invitation_code = '38c79eb370340a08a083bacc527da78e'
LIMIT 21;
