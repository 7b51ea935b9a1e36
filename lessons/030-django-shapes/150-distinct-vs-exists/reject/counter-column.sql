-- @rejects: rows
-- registration_count says nothing about payments.
-- @query
SELECT id, title, description, event_date, location, status
FROM crush_lu_meetupevent
WHERE event_date >= '2024-06-01' AND registration_count > 0
ORDER BY event_date DESC;
