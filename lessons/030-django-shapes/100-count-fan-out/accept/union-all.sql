-- Both relations below each other instead of side by side.
-- @query
SELECT e.id, count(x.registration) AS registered, count(x.invitation) AS invited
FROM crush_lu_meetupevent e
LEFT JOIN (
  SELECT event_id, id AS registration, NULL::bigint AS invitation FROM crush_lu_eventregistration
  UNION ALL
  SELECT event_id, NULL, id FROM crush_lu_eventinvitation
) x ON x.event_id = e.id
GROUP BY e.id
ORDER BY e.id;
