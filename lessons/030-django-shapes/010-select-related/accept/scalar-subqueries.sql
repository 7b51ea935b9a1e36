-- Two subqueries per row: not pretty, but one statement with the same answer.
-- @query
SELECT e.id, e.title, e.event_date, e.organizer_id,
       (SELECT first_name FROM auth_user WHERE id = e.organizer_id) AS first_name,
       (SELECT last_name FROM auth_user WHERE id = e.organizer_id) AS last_name
FROM crush_lu_meetupevent e
WHERE e.status = 'published' AND e.event_date >= '2025-06-01'
ORDER BY e.event_date;
