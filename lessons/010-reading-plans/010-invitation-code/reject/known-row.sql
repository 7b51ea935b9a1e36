-- @rejects: other-values
-- The guest's id was looked up once and stands in the query.
-- @query
SELECT id, event_id, invited_by_id, guest_email, guest_name, invitation_code, status, sent_at, responded_at
FROM crush_lu_eventinvitation
WHERE id = 777;
