-- @rejects: other-values
-- An index over the newest invitations only, with the request bent to use it.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (event_id) WHERE event_id >= 1600;
-- @query
SELECT id, title, event_date,
  (SELECT COUNT(*) FROM crush_lu_eventinvitation i WHERE i.event_id = e.id AND i.event_id >= 1600) AS invitations
FROM crush_lu_meetupevent e
WHERE status = 'published' AND event_date >= '2025-04-01' AND event_date < '2025-06-01'
ORDER BY event_date, id;
