-- @query
UPDATE crush_lu_eventinvitation i SET status = 'expired'
WHERE i.status = 'pending'
  AND EXISTS (SELECT 1 FROM crush_lu_meetupevent e WHERE e.id = i.event_id AND e.event_date < '2022-06-01');
