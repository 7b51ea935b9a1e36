-- @rejects: rows
-- DISTINCT on the wrong column: two invitations to one address count once.
-- @query
SELECT e.id, coalesce(r.n, 0) AS registered,
  (SELECT count(DISTINCT i.guest_name) FROM crush_lu_eventinvitation i WHERE i.event_id = e.id) AS invited
FROM crush_lu_meetupevent e
LEFT JOIN (SELECT event_id, count(*) AS n FROM crush_lu_eventregistration GROUP BY event_id) r ON r.event_id = e.id
ORDER BY e.id;
