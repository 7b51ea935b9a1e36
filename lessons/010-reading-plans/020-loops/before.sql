-- @query
SELECT id, title, event_date,
  COALESCE((
    SELECT COUNT(*) AS n
    FROM crush_lu_eventinvitation u0
    WHERE u0.event_id = crush_lu_meetupevent.id
    GROUP BY u0.event_id
  ), 0) AS invitations
FROM crush_lu_meetupevent
WHERE status = 'published' AND event_date >= '2025-04-01' AND event_date < '2025-06-01'
ORDER BY event_date, id;
