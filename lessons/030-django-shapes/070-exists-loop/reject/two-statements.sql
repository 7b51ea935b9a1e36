-- @rejects: statements
-- The user's events in a statement of their own, compared in Python.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-06-01' ORDER BY event_date;
SELECT event_id FROM crush_lu_eventregistration WHERE user_id = 7920;
