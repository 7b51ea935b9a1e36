-- @query
SELECT id, title, event_date
FROM crush_lu_meetupevent
WHERE event_date >= '2024-01-01'
ORDER BY event_date;
