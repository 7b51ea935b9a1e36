-- @rejects: rows
-- One statement, and half of the answer.
-- @query
SELECT id, title, event_date, organizer_id FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
