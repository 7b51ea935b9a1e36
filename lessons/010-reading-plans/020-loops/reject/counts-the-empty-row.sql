-- @rejects: rows
-- COUNT(*) after a LEFT JOIN is 1 where nobody is invited.
-- @query
SELECT e.id, e.title, e.event_date, COUNT(*) AS invitations
FROM crush_lu_meetupevent e
LEFT JOIN crush_lu_eventinvitation i ON i.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-04-01' AND e.event_date < '2025-06-01'
GROUP BY e.id
ORDER BY e.event_date, e.id;
