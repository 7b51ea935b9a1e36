-- The first count is finished before the second join begins.
-- @query
WITH registered AS (
  SELECT e.id, count(r.id) AS n
  FROM crush_lu_meetupevent e LEFT JOIN crush_lu_eventregistration r ON r.event_id = e.id
  GROUP BY e.id
)
SELECT g.id, g.n AS registered, count(i.id) AS invited
FROM registered g LEFT JOIN crush_lu_eventinvitation i ON i.event_id = g.id
GROUP BY g.id, g.n
ORDER BY g.id;
