-- @rejects: rows
-- The join, without the order.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id, u.first_name, u.last_name
FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY u.last_name, e.event_date;
