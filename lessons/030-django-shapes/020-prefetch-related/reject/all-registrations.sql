-- @rejects: rows-returned
-- All registrations ever, to be sorted out in Python.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-08-01' ORDER BY event_date;
SELECT id, event_id, user_id, status FROM crush_lu_eventregistration;
