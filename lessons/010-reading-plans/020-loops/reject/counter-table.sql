-- @rejects: kept-results
-- Counts kept beside the table.
-- @changes
CREATE TABLE invitation_counts AS SELECT event_id, COUNT(*) AS n FROM crush_lu_eventinvitation GROUP BY event_id;
ALTER TABLE invitation_counts ADD PRIMARY KEY (event_id);
-- @query
SELECT e.id, e.title, e.event_date, COALESCE(c.n, 0) AS invitations
FROM crush_lu_meetupevent e LEFT JOIN invitation_counts c ON c.event_id = e.id
WHERE e.status = 'published' AND e.event_date >= '2025-04-01' AND e.event_date < '2025-06-01'
ORDER BY e.event_date, e.id;
