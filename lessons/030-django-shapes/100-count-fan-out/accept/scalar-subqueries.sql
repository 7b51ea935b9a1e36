-- What Django can write: each count as a subquery, never side by side in one join.
-- @query
SELECT e.id,
  (SELECT count(*) FROM crush_lu_eventregistration r WHERE r.event_id = e.id) AS registered,
  (SELECT count(*) FROM crush_lu_eventinvitation i WHERE i.event_id = e.id) AS invited
FROM crush_lu_meetupevent e
ORDER BY e.id;
