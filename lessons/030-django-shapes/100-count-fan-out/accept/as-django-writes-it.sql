-- Coalesce(Subquery(… values("event").annotate(Count("*"))), 0).
-- @query
SELECT e.id,
  COALESCE((SELECT COUNT(*) AS n FROM crush_lu_eventregistration U0 WHERE U0.event_id = e.id GROUP BY U0.event_id), 0) AS registered,
  COALESCE((SELECT COUNT(*) AS n FROM crush_lu_eventinvitation U0 WHERE U0.event_id = e.id GROUP BY U0.event_id), 0) AS invited
FROM crush_lu_meetupevent e
ORDER BY e.id;
