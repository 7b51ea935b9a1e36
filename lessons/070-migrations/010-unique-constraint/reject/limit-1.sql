-- @rejects: index
-- Takes the first of the duplicates and leaves them where they are.
-- @query
SELECT id, event_id, guest_email, status
FROM crush_lu_eventinvitation
WHERE event_id = (SELECT event_id FROM crush_lu_eventinvitation WHERE id = 4000)
  AND guest_email = (SELECT guest_email FROM crush_lu_eventinvitation WHERE id = 4000)
ORDER BY id LIMIT 1;
