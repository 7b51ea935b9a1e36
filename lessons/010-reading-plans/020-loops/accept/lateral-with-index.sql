-- The loop stays, and each round is cheap.
-- @changes
CREATE INDEX CONCURRENTLY ON crush_lu_eventinvitation (event_id, status);
-- @query
SELECT e.id, e.title, e.event_date, c.n AS invitations
FROM crush_lu_meetupevent e
CROSS JOIN LATERAL (SELECT COUNT(*) AS n FROM crush_lu_eventinvitation i WHERE i.event_id = e.id) c
WHERE e.status = 'published' AND e.event_date >= '2025-04-01' AND e.event_date < '2025-06-01'
ORDER BY e.event_date, e.id;
