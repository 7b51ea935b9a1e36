-- @rejects: rows
-- BETWEEN takes its upper bound in: the events at midnight of 1 June belong to the next month.
-- @query
SELECT e.id, e.title, e.event_date, COUNT(i.id) AS invitations
FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventinvitation i ON i.event_id = e.id
WHERE e.status = 'published' AND e.event_date BETWEEN '2025-04-01' AND '2025-06-01'
GROUP BY e.id
ORDER BY e.event_date, e.id;
