-- @rejects: rows
-- Without COALESCE the count is NULL where nobody is invited.
-- @query
SELECT e.id, e.title, e.event_date, c.n AS invitations
FROM crush_lu_meetupevent e
LEFT JOIN (SELECT event_id, COUNT(*) AS n FROM crush_lu_eventinvitation GROUP BY event_id) c ON c.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-04-01' AND e.event_date < '2025-06-01'
ORDER BY e.event_date, e.id;
