-- @rejects: state
-- Asks when the invitation was sent, not when the event was.
-- @query
UPDATE crush_lu_eventinvitation SET status = 'expired' WHERE status = 'pending' AND sent_at < '2022-06-01';
