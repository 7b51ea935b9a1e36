-- @rejects: rows
-- Less to read, as not all are shown.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE event_date >= '2024-01-01' AND status = 'published' ORDER BY event_date;
