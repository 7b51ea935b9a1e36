-- @rejects: rows
-- Events without registrations or invitations are lost.
-- @query
SELECT e.id, r.n AS registered, i.n AS invited
FROM crush_lu_meetupevent e
JOIN (SELECT event_id, count(*) AS n FROM crush_lu_eventregistration GROUP BY event_id) r ON r.event_id = e.id
JOIN (SELECT event_id, count(*) AS n FROM crush_lu_eventinvitation GROUP BY event_id) i ON i.event_id = e.id
ORDER BY e.id;
