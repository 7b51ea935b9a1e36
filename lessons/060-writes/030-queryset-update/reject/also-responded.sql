-- @rejects: state
-- Writes an answer that nobody gave.
-- @query
UPDATE crush_lu_eventinvitation i SET status = 'expired', responded_at = '2025-06-01'
FROM crush_lu_meetupevent e
WHERE e.id = i.event_id AND e.event_date < '2022-06-01' AND i.status = 'pending';
