-- @rejects: rows-returned
-- All published events, to be filtered in Python.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id, u.first_name, u.last_name
FROM crush_lu_meetupevent e JOIN auth_user u ON u.id = e.organizer_id
WHERE e.status = 'published'
ORDER BY e.event_date;
