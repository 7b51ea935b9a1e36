-- @rejects: rows
-- Today all upcoming events have high ids and dates in the next two years. That need not stay so.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id, u.first_name, u.last_name
FROM crush_lu_meetupevent e
JOIN auth_user u ON u.id = e.organizer_id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01' AND e.event_date < '2027-01-01' AND e.id > 500
ORDER BY e.event_date;
